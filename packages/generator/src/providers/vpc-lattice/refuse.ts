import type { Model, Problem } from '@espalier/model'
import { refuseAssociations } from './refuse-associations.ts'
import { refuseNetwork } from './refuse-network.ts'
import { refusePolicies, refuseTargetGroups } from './refuse-policies.ts'
import { refuseRoute } from './refuse-routes.ts'

/** Everything of a model that the controller would refuse with an Event, or drop in silence. */
export function refuseLattice(model: Model): readonly Problem[] {
  const { network, routes, clusters } = model
  if (network === undefined) return []
  return [
    ...refuseNetwork(network),
    ...refuseAssociations(clusters, network),
    ...routes.flatMap(route => [...refuseRoute(route), ...refusePolicies(route, network)]),
    ...refuseTargetGroups(routes, network),
  ]
}
