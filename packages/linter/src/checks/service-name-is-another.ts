import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { kinds } from '../fleet/kinds.ts'
import { annotation, annotationAt, isFederated } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** A ServiceExport that names its Service names one that is not called as it is itself. */
export const serviceNameIsAnother: Check = {
  name: 'service-name-is-another',
  params: noParams,
  *find(fleet) {
    for (const entry of fleet.ofKind([kinds.serviceExport])) {
      const name = annotation(entry, 'service-name')?.trim()
      if ((name !== '' && name !== entry.name) || !isFederated(entry)) continue
      const says = name === '' ? 'has a blank service-name' : `has its own name, ${name}, as service-name`
      yield {
        at: annotationAt(entry, 'service-name'),
        entry,
        message: `${title(entry)} ${says}, and exports Service ${entry.name} without it too`,
      }
    }
  },
}
