import { type Cluster, imported, type Model } from '@espalier/model'
import type { Rendered } from '../../placed.ts'
import { accessLogPolicies } from './access-logs.ts'
import { gatewayClassObject, gatewayObject } from './gateway.ts'
import { importObject } from './imports.ts'
import { routeObject } from './routes.ts'

/** What only the config cluster holds: the one Gateway and everything that attaches to it. */
export function configObjects(cluster: Cluster, model: Model): readonly Rendered[] {
  const { network, routes } = model
  if (network === undefined || cluster !== network.config) return []
  return [
    gatewayClassObject(network),
    gatewayObject(network, routes),
    ...accessLogPolicies(network),
    ...routes.map(route => routeObject(route, network)),
    ...imported(routes).map(importObject),
  ]
}
