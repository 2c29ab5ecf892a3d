import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { kinds, routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { title } from '../fleet/title.ts'

/** A config cluster that holds routes or imports of Lattice holds a Gateway of Lattice too. */
export const gatewayIsPresent: Check = {
  name: 'gateway-is-present',
  params: noParams,
  *find(fleet) {
    const gateways = latticeOf(fleet, [kinds.gateway])
    const done = new Set(gateways.map(gateway => gateway.cluster))
    for (const entry of [...latticeOf(fleet, routeKinds), ...fleet.ofKind([kinds.serviceImport])]) {
      const { cluster } = entry
      if (cluster?.role !== 'config' || done.has(cluster)) continue
      done.add(cluster)
      const declared = fleet.model?.network?.config.name === cluster.name
      yield {
        at: within(entry.place, 'kind'),
        entry,
        message: `${title(entry)} waits for a Gateway, but config cluster ${cluster.name} has none of VPC Lattice`,
        missing: { kinds: [kinds.gateway], among: [cluster], declared },
      }
    }
  },
}
