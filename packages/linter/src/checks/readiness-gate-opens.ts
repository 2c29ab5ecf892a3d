import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { declares } from '../fleet/declares.ts'
import { everyCluster } from '../fleet/every-cluster.ts'
import { kinds } from '../fleet/kinds.ts'
import { nameBeside } from '../fleet/name-beside.ts'
import { gatedNamespace } from '../fleet/readiness-gates.ts'
import { exportedService, isFederated } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'
import { usedExports } from '../fleet/used-exports.ts'

/** The exports in a namespace whose Pods wait for VPC Lattice are imported somewhere, so that their Pods become ready. */
export const readinessGateOpens: Check = {
  name: 'readiness-gate-opens',
  params: noParams,
  *find(fleet) {
    const exported = fleet.ofKind([kinds.serviceExport]).filter(isFederated)
    if (!exported.some(entry => gatedNamespace(fleet, entry))) return
    const { isUsed } = usedExports(fleet)
    const importing = everyCluster(fleet).filter(({ role }) => role === 'config' || role === 'unknown')
    for (const entry of exported) {
      const { cluster, namespace, name, place } = entry
      const gate = gatedNamespace(fleet, entry)
      if (!cluster || !gate || exportedService(entry) !== name || isUsed(entry)) continue
      const at = within(place, 'metadata', 'name')
      if (declares(fleet.model, { from: entry, at, kind: kinds.serviceExport, namespace, name })) continue
      yield {
        at,
        entry,
        message: `Pods of Service ${nameBeside(entry, entry)} wait for VPC Lattice, but nothing imports ${title(entry)}`,
        related: [{ at: gate, message: 'this namespace makes its Pods wait' }],
        missing: {
          kinds: [kinds.serviceImport],
          among: importing.length > 0 ? importing : [undefined],
        },
      }
    }
  },
}
