import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { mayMove } from '../fleet/may-move.ts'
import { networkGateways } from '../fleet/network-gateways.ts'
import { clusterTitle, title } from '../fleet/title.ts'

/** A config cluster has one Gateway of Lattice: the one named as the service network, else the first. */
export const gatewayIsTheOnlyOne: Check = {
  name: 'gateway-is-the-only-one',
  params: noParams,
  *find(fleet) {
    const gateways = networkGateways(fleet).filter(({ cluster }) => cluster?.role === 'config')
    for (const gateway of gateways) {
      const { cluster, kind, namespace, name } = gateway
      const main = mainOf(
        fleet,
        gateways.filter(one => one.cluster === cluster),
      )
      // Of an object that is there twice, only the first counts.
      if (main === undefined || fleet.at(cluster, kind, namespace, name)[0] !== gateway) continue
      const isMain = main.namespace === namespace || mayMove(main) || mayMove(gateway)
      if (main.name === name && isMain) continue
      yield {
        at: within(gateway.place, 'metadata', 'name'),
        entry: gateway,
        message: `${title(gateway)} is one Gateway of VPC Lattice too many: ${clusterTitle(gateway)} has ${title(main)}`,
        related: [{ at: within(main.place, 'metadata', 'name'), message: `${title(main)} is here` }],
      }
    }
  },
}

function mainOf({ model }: Fleet, gateways: readonly Entry[]): Entry | undefined {
  const named = gateways.filter(({ name }) => name === model?.network?.name)
  return named.find(({ namespace }) => namespace === model?.network?.namespace) ?? named[0] ?? gateways[0]
}
