/** Group-qualified kinds that checks speak of by name. */
export const kinds = {
  gatewayClass: 'GatewayClass.gateway.networking.k8s.io',
  gateway: 'Gateway.gateway.networking.k8s.io',
  httpRoute: 'HTTPRoute.gateway.networking.k8s.io',
  grpcRoute: 'GRPCRoute.gateway.networking.k8s.io',
  tlsRoute: 'TLSRoute.gateway.networking.k8s.io',
  namespace: 'Namespace',
  referenceGrant: 'ReferenceGrant.gateway.networking.k8s.io',
  service: 'Service',
  secret: 'Secret',
  serviceExport: 'ServiceExport.application-networking.k8s.aws',
  serviceImport: 'ServiceImport.application-networking.k8s.aws',
  targetGroupPolicy: 'TargetGroupPolicy.application-networking.k8s.aws',
  vpcAssociationPolicy: 'VpcAssociationPolicy.application-networking.k8s.aws',
  accessLogPolicy: 'AccessLogPolicy.application-networking.k8s.aws',
  iamAuthPolicy: 'IAMAuthPolicy.application-networking.k8s.aws',
  serviceNetwork: 'ServiceNetwork.application-networking.k8s.aws',
  application: 'Application.argoproj.io',
  applicationSet: 'ApplicationSet.argoproj.io',
  appProject: 'AppProject.argoproj.io',
  kustomization: 'Kustomization.kustomize.toolkit.fluxcd.io',
  helmRelease: 'HelmRelease.helm.toolkit.fluxcd.io',
  ociRepository: 'OCIRepository.source.toolkit.fluxcd.io',
  customResourceDefinition: 'CustomResourceDefinition.apiextensions.k8s.io',
} as const

/** The Gateway API routes that VPC Lattice serves. */
export const routeKinds: readonly string[] = [kinds.httpRoute, kinds.grpcRoute, kinds.tlsRoute]

/** The group of the AWS Gateway API Controller's own kinds. */
export const latticeGroup = 'application-networking.k8s.aws'

/** Kinds that nobody but Espalier puts into the clusters of a topology: a rendered tree that lacks one proves its absence. */
export const renderedKinds: ReadonlySet<string> = new Set([
  kinds.gatewayClass,
  kinds.gateway,
  ...routeKinds,
  kinds.serviceExport,
  kinds.serviceImport,
  kinds.targetGroupPolicy,
  kinds.accessLogPolicy,
  kinds.iamAuthPolicy,
  kinds.vpcAssociationPolicy,
  kinds.serviceNetwork,
])

/** Kinds that have no namespace, as far as anything here depends on it. */
export const clusterScoped: ReadonlySet<string> = new Set([
  'Namespace',
  'Node',
  'PersistentVolume',
  'APIService.apiregistration.k8s.io',
  'ClusterIssuer.cert-manager.io',
  'ClusterRole.rbac.authorization.k8s.io',
  'ClusterRoleBinding.rbac.authorization.k8s.io',
  'ClusterExternalSecret.external-secrets.io',
  'ClusterSecretStore.external-secrets.io',
  kinds.customResourceDefinition,
  'ClusterCIDR.networking.k8s.io',
  'IPAddress.networking.k8s.io',
  'IngressClass.networking.k8s.io',
  'MutatingWebhookConfiguration.admissionregistration.k8s.io',
  'PriorityClass.scheduling.k8s.io',
  'ServiceCIDR.networking.k8s.io',
  'StorageClass.storage.k8s.io',
  'ValidatingAdmissionPolicy.admissionregistration.k8s.io',
  'ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io',
  'ValidatingWebhookConfiguration.admissionregistration.k8s.io',
  kinds.gatewayClass,
  kinds.serviceNetwork,
])
