import { field } from './fields.ts'
import type { Entry, Fleet } from './fleet.ts'
import { kinds } from './kinds.ts'
import { isLatticeGateway } from './lattice.ts'
import { saysStandalone } from './standalone.ts'

/** The Gateways that stand for a service network: of Lattice, and not standalone, which need no network. */
export function networkGateways(fleet: Fleet): readonly Entry[] {
  return fleet
    .ofKind([kinds.gateway])
    .filter(gateway => isLatticeGateway(fleet, gateway) && !saysStandalone(gateway))
}

/** True where the topology lets the controller look for its default service network, whatever Gateways are called. */
export function isNetworkOverridden({ model }: Fleet, { cluster }: Entry): boolean {
  const own = model?.clusters.find(one => one.name === cluster?.name)
  const value = field(own?.controller.values, 'enableServiceNetworkOverride')
  return value === true || value === 'true'
}
