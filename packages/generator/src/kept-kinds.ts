/** Kinds whose removal would take more with it than a line that left a file can have meant: no engine ever prunes them. */
export const keptKinds: ReadonlySet<string> = new Set([
  'Namespace',
  'CustomResourceDefinition.apiextensions.k8s.io',
  'GatewayClass.gateway.networking.k8s.io',
  'Gateway.gateway.networking.k8s.io',
  'ServiceNetwork.application-networking.k8s.aws',
])
