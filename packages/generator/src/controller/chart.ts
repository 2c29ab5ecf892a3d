import {
  type Cluster,
  controllerNamespace,
  type Model,
  merge,
  type OwnedNamespace,
  type ServiceNetwork,
} from '@espalier/model'

/** The Helm chart of the AWS Gateway API Controller. Source: its docs/guides/deploy.md. */
export const chart: Readonly<Record<'repository' | 'name' | 'release' | 'namespace', string>> = {
  repository: 'public.ecr.aws/aws-application-networking-k8s',
  name: 'aws-gateway-controller-chart',
  release: 'gateway-api-controller',
  namespace: controllerNamespace,
}

/** The repository of the Gateway API's CRDs; both folders hold a kustomization. */
export const gatewayApi: {
  readonly repository: string
  readonly paths: Readonly<Record<'standard' | 'experimental', string>>
} = {
  repository: 'https://github.com/kubernetes-sigs/gateway-api',
  paths: { standard: 'config/crd', experimental: 'config/crd/experimental' },
}

/** The controller's namespace in a cluster, unless the topology leaves it to others. */
export function chartNamespace(cluster: Cluster, model: Model): OwnedNamespace | undefined {
  return model.namespaces.find(one => one.cluster === cluster && one.name === chart.namespace)
}

type Values = Readonly<Record<string, unknown>>

/** The chart's values for one cluster: the user's, and what the topology derives. Source: helm/values.yaml. */
export function chartValues(cluster: Cluster, network: ServiceNetwork): Values {
  const { account, region, vpc, eksName, association, controller } = cluster
  const derived: Values = {
    awsAccountId: account,
    awsRegion: region,
    clusterName: eksName,
    clusterVpcId: vpc,
    ...(association === 'controller' ? { defaultServiceNetwork: network.name } : {}),
    reconcileDefaultResyncSeconds: controller.resyncSeconds,
    webhookEnabled: controller.webhook !== 'off',
    ...(controller.webhook === 'cert-manager' ? { webhookTLS: { certManager: { enabled: true } } } : {}),
    ...(controller.roleArn === undefined
      ? {}
      : { serviceAccount: { annotations: { 'eks.amazonaws.com/role-arn': controller.roleArn } } }),
  }
  return merge(controller.values, derived)
}
