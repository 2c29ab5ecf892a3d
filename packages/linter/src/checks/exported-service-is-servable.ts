import { type Related, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { dualStack } from '../fleet/dual-stack.ts'
import { field } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { exportedService, exportedServiceAt, isFederated } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** The Service that a ServiceExport exports has addresses, and all of one IP family. */
export const exportedServiceIsServable: Check = {
  name: 'exported-service-is-servable',
  params: noParams,
  *find(fleet) {
    for (const entry of fleet.ofKind([kinds.serviceExport])) {
      const { cluster, namespace } = entry
      if (cluster === undefined || !isFederated(entry)) continue
      const [service] = fleet.at(cluster, kinds.service, namespace, exportedService(entry))
      const why = service && whyNot(service)
      if (service === undefined || why === undefined) continue
      yield {
        at: exportedServiceAt(entry),
        entry,
        message: `${title(entry)} exports ${title(service)}, which ${why.message}`,
        related: [{ at: why.at, message: `${title(service)} says so here` }],
      }
    }
  },
}

function whyNot(service: Entry): Related | undefined {
  if (field(service.object, 'spec', 'type') === 'ExternalName')
    return { at: within(service.place, 'spec', 'type'), message: 'is but a name for another host' }
  const dual = dualStack(service)
  return dual && { at: dual.at, message: `is dual-stack: ${dual.words}` }
}
