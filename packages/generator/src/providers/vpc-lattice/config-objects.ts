import { type Cluster, imported, importedGroups, type Model } from '@espalier/model'
import type { Rendered } from '../../placed.ts'
import { accessLogPolicies } from './access-logs.ts'
import { authPolicies } from './auth-policies.ts'
import { gatewayClassObject, gatewayObject } from './gateway.ts'
import { groupImportObject, importObject } from './imports.ts'
import { routeObject } from './routes.ts'
import { serviceNetworkObject } from './service-network.ts'
import { vpcAssociation } from './vpc-association.ts'

/** What only a config cluster holds: the one Gateway and everything that attaches to it. */
export function configObjects(cluster: Cluster, model: Model): readonly Rendered[] {
  const { network, routes } = model
  if (network === undefined || (cluster !== network.config && cluster !== network.replaced)) return []
  return [
    gatewayClassObject(network),
    gatewayObject(network, routes),
    ...serviceNetworkObject(network),
    ...vpcAssociation(cluster, network),
    ...accessLogPolicies(network, routes),
    ...authPolicies(network, routes),
    ...routes.map(route => routeObject(route, network, cluster)),
    ...imported(routes).map(importObject),
    ...importedGroups(routes).map(groupImportObject),
  ]
}
