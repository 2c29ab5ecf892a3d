import { type Cluster, merge, type ServiceNetwork } from '@espalier/model'

/** The Helm chart of the AWS Gateway API Controller. Source: its docs/guides/deploy.md. */
export const chart = {
  repository: 'public.ecr.aws/aws-application-networking-k8s',
  name: 'aws-gateway-controller-chart',
  release: 'gateway-api-controller',
  namespace: 'aws-application-networking-system',
} as const

type Values = Readonly<Record<string, unknown>>

/** The chart's values for one cluster; what the user gives wins, field by field. Source: helm/values.yaml. */
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
  return merge(derived, controller.values)
}
