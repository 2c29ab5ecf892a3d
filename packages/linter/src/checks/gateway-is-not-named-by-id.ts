import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { isNetworkOverridden, networkGateways } from '../fleet/network-gateways.ts'
import { title } from '../fleet/title.ts'

// The form of the API's ServiceNetworkId.
const id = /^sn-[0-9a-z]{17}$/

/** A Gateway does not bear the id of its service network in place of the name. */
export const gatewayIsNotNamedById: Check = {
  name: 'gateway-is-not-named-by-id',
  params: noParams,
  *find(fleet) {
    for (const gateway of networkGateways(fleet)) {
      if (!id.test(gateway.name) || isNetworkOverridden(fleet, gateway)) continue
      yield {
        at: within(gateway.place, 'metadata', 'name'),
        entry: gateway,
        message: `${title(gateway)} bears what looks like the id of a service network, but the controller compares associations by the network's name`,
      }
    }
  },
}
