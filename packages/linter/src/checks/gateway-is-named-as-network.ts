import { refusedNetworkName, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { isNetworkOverridden, networkGateways } from '../fleet/network-gateways.ts'
import { clusterTitle, title } from '../fleet/title.ts'

/** The config cluster's Gateway is named as the topology's service network; which of several is the wrong one is another check's business. */
export const gatewayIsNamedAsNetwork: Check = {
  name: 'gateway-is-named-as-network',
  params: noParams,
  *find(fleet) {
    const network = fleet.model?.network
    if (network === undefined) return
    const gateways = networkGateways(fleet).filter(({ cluster }) => cluster?.name === network.config.name)
    const [gateway] = gateways
    if (gateway === undefined || gateways.some(({ name }) => name === network.name)) return
    if (refusedNetworkName(gateway.name) !== undefined || isNetworkOverridden(fleet, gateway)) return
    yield {
      at: within(gateway.place, 'metadata', 'name'),
      entry: gateway,
      message: `${title(gateway)} in ${clusterTitle(gateway)} looks for a service network of its own name, but that of the topology is "${network.name}"`,
      related: [{ at: network.at, message: `service network ${network.name} is declared here` }],
    }
  },
}
