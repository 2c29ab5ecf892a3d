import { keyOf, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, list, number, text } from '../fleet/fields.ts'
import { kinds } from '../fleet/kinds.ts'
import { isFederated } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** A ServiceExport exports at most one port. */
export const exportHasOnePort: Check = {
  name: 'export-has-one-port',
  params: noParams,
  *find(fleet) {
    for (const entry of fleet.ofKind([kinds.serviceExport])) {
      const ports = list(field(entry.object, 'spec', 'exportedPorts')).map(value =>
        [number(field(value, 'port')) ?? '?', text(field(value, 'routeType')) ?? '?'].join('/'),
      )
      // The same twice makes one target group.
      const different = [...new Set(ports)]
      if (different.length < 2 || !isFederated(entry)) continue
      yield {
        at: keyOf(within(entry.place, 'spec', 'exportedPorts')),
        entry,
        message: `${title(entry)} exports ${different.join(', ')}, but an import cannot choose between them`,
      }
    }
  },
}
