import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { kinds } from '../fleet/kinds.ts'
import { nameBeside } from '../fleet/name-beside.ts'
import { gatedNamespace } from '../fleet/readiness-gates.ts'
import { exportedService, exportedServiceAt, isFederated } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** In a namespace whose Pods shall wait for VPC Lattice, each exported Service has an export of its own name. */
export const readinessGateIsSet: Check = {
  name: 'readiness-gate-is-set',
  params: noParams,
  *find(fleet) {
    for (const entry of fleet.ofKind([kinds.serviceExport]).filter(isFederated)) {
      const { cluster, namespace, name } = entry
      const service = exportedService(entry)
      const gate = gatedNamespace(fleet, entry)
      const isNamed =
        service === name || fleet.at(cluster, kinds.serviceExport, namespace, service).length > 0
      if (!cluster || !gate || isNamed) continue
      yield {
        at: exportedServiceAt(entry),
        entry,
        message: `Pods of Service ${nameBeside(entry, { namespace, name: service })} do not wait for VPC Lattice, since ${title(entry)} has another name`,
        related: [{ at: gate, message: 'this namespace makes its Pods wait' }],
      }
    }
  },
}
