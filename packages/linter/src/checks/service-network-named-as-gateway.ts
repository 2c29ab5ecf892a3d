import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { kinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { title } from '../fleet/title.ts'

/** A ServiceNetwork is named like a Gateway of its cluster; only a network without a Gateway beside a Gateway without a network is wrong. */
export const serviceNetworkNamedAsGateway: Check = {
  name: 'service-network-named-as-gateway',
  params: noParams,
  *find(fleet) {
    const gateways = latticeOf(fleet, [kinds.gateway])
    for (const network of fleet.ofKind([kinds.serviceNetwork])) {
      const { cluster, name } = network
      const here = gateways.filter(gateway => gateway.cluster === cluster)
      const alone = here.find(
        gateway => fleet.at(cluster, kinds.serviceNetwork, '', gateway.name).length === 0,
      )
      if (cluster === undefined || alone === undefined || here.some(gateway => gateway.name === name))
        continue
      yield {
        at: within(network.place, 'metadata', 'name'),
        entry: network,
        message: `${title(network)} is no Gateway's network: ${title(alone)} looks for one named ${alone.name}`,
        related: [{ at: within(alone.place, 'metadata', 'name'), message: `${title(alone)} is here` }],
        missing: { kinds: [kinds.gateway], among: [cluster] },
      }
    }
  },
}
