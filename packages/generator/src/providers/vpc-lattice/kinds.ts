export const gatewayGroup = 'gateway.networking.k8s.io'
export const latticeGroup = 'application-networking.k8s.aws'
export const latticeVersion: string = `${latticeGroup}/v1alpha1`
export const gatewayClassName = 'amazon-vpc-lattice'
export const controllerName = 'application-networking.k8s.aws/gateway-api-controller'

/** A key of the controller's own annotations. */
export function latticeKey(name: string): string {
  return `${latticeGroup}/${name}`
}
