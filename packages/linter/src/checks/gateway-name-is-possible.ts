import { refusedNetworkName, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { isNetworkOverridden, networkGateways } from '../fleet/network-gateways.ts'
import { title } from '../fleet/title.ts'

/** A Gateway bears a name that a service network can have, since it joins the network of its own name. */
export const gatewayNameIsPossible: Check = {
  name: 'gateway-name-is-possible',
  params: noParams,
  *find(fleet) {
    const network = fleet.model?.network
    for (const gateway of networkGateways(fleet)) {
      const why = refusedNetworkName(gateway.name)
      if (why === undefined || isNetworkOverridden(fleet, gateway)) continue
      yield {
        at: within(gateway.place, 'metadata', 'name'),
        entry: gateway,
        message: `${title(gateway)} looks for a service network of its own name, but such a name ${why}`,
        related: network
          ? [{ at: network.at, message: `service network ${network.name} is declared here` }]
          : [],
      }
    }
  },
}
