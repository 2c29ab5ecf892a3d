import type { Model, Problem } from '@espalier/model'
import { refuseNetwork } from './refuse-network.ts'
import { refuseRoute } from './refuse-routes.ts'

/** Everything of a model that the controller would refuse with an Event, or drop in silence. */
export function refuseLattice(model: Model): readonly Problem[] {
  const { network, routes } = model
  if (network === undefined) return []
  return [...refuseNetwork(network), ...routes.flatMap(refuseRoute)]
}
