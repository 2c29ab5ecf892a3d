import type { Cluster, Model } from '@espalier/model'

/** The units that install the platform in a cluster: the Gateway API's CRDs and the controller. */
export function platformUnits(cluster: Cluster, model: Model): readonly string[] {
  if (model.network === undefined || cluster.role === 'none') return []
  return [
    ...(model.gatewayApi.install ? ['gateway-api'] : []),
    ...(cluster.controller.install ? ['controller'] : []),
  ]
}
