import type { Cluster, KubeObject, Model, ServiceNetwork } from '@espalier/model'
import { chart, chartNamespace, chartValues, gatewayApi } from '../../controller/chart.ts'
import { platformUnits } from '../../controller/platform-units.ts'
import type { Rendered } from '../../placed.ts'
import { type ApplicationSpec, application } from './application.ts'
import { names } from './names.ts'
import { type GroupKindName, project } from './project.ts'

/** The Gateway API's CRDs and the controller for every cluster of the service network, in one project. */
export function platformDelivery(model: Model, clusters: readonly Cluster[]): readonly Rendered[] {
  const { network } = model
  if (network === undefined) return []
  const getting = (unit: string): readonly Cluster[] =>
    clusters.filter(cluster => platformUnits(cluster, model).includes(unit))
  const [crds, controllers] = [getting('gateway-api'), getting('controller')]
  if (crds.length + controllers.length === 0) return []
  const from = network.at
  return [
    { object: platformProject(model, [...crds, ...controllers], controllers), from },
    ...crds.map(cluster => ({ object: gatewayApiApplication(model, cluster), from: cluster.at })),
    ...controllers.map(cluster => ({ object: controller(model, network, cluster), from: cluster.at })),
  ]
}

// CRDs go with everything stored under them, so neither of the two is ever pruned, whatever onRemoval says.
function gatewayApiApplication(model: Model, cluster: Cluster): KubeObject {
  const { version, channel } = model.gatewayApi
  return application(model, {
    name: names.application(model.name, cluster, 'gateway-api'),
    project: names.platform(model.name),
    source: { repoURL: gatewayApi.repository, targetRevision: version, path: gatewayApi.paths[channel] },
    destination: cluster.destination,
    namespace: chart.namespace,
    prune: false,
    cascade: false,
  })
}

function controller(model: Model, network: ServiceNetwork, cluster: Cluster): KubeObject {
  const helm = { releaseName: chart.release, valuesObject: chartValues(cluster, network) }
  return application(model, {
    name: names.application(model.name, cluster, 'controller'),
    project: names.platform(model.name),
    source: {
      repoURL: chart.repository,
      chart: chart.name,
      targetRevision: cluster.controller.version,
      helm,
    },
    destination: cluster.destination,
    namespace: chart.namespace,
    prune: false,
    cascade: false,
    ...namespaceOptions(model, cluster),
  })
}

function namespaceOptions(
  model: Model,
  cluster: Cluster,
): Pick<ApplicationSpec, 'options' | 'namespaceLabels'> {
  const namespace = chartNamespace(cluster, model)
  if (namespace === undefined) return {}
  const { labels } = namespace
  return {
    options: ['CreateNamespace=true'],
    ...(Object.keys(labels).length === 0 ? {} : { namespaceLabels: labels }),
  }
}

const admission = 'admissionregistration.k8s.io'
const rbac = 'rbac.authorization.k8s.io'

/** Source: gateway-api config/crd; aws-application-networking-k8s helm/templates. */
const clusterKinds: readonly GroupKindName[] = [
  { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' },
  { group: admission, kind: 'ValidatingAdmissionPolicy' },
  { group: admission, kind: 'ValidatingAdmissionPolicyBinding' },
  { group: rbac, kind: 'ClusterRole' },
]

const controllerClusterKinds: readonly GroupKindName[] = [
  { group: rbac, kind: 'ClusterRoleBinding' },
  { group: '', kind: 'Namespace', name: chart.namespace },
]

const namespacedKinds: readonly GroupKindName[] = [
  { group: '', kind: 'ConfigMap' },
  { group: '', kind: 'Service' },
  { group: '', kind: 'ServiceAccount' },
  { group: 'apps', kind: 'Deployment' },
  { group: 'policy', kind: 'PodDisruptionBudget' },
  { group: rbac, kind: 'Role' },
  { group: rbac, kind: 'RoleBinding' },
]

function platformProject(
  model: Model,
  clusters: readonly Cluster[],
  controllers: readonly Cluster[],
): KubeObject {
  const webhook = controllers.some(cluster => cluster.controller.webhook !== 'off')
  const installed = controllers.length > 0
  const hooks = webhook ? [{ group: admission, kind: 'MutatingWebhookConfiguration' }] : []
  const certificates = webhook
    ? [
        { group: '', kind: 'Secret' },
        { group: 'cert-manager.io', kind: 'Certificate' },
        { group: 'cert-manager.io', kind: 'Issuer' },
      ]
    : []
  return project(model, {
    name: names.platform(model.name),
    description: `CRDs and controllers of topology ${model.name}`,
    repositories: [
      ...(model.gatewayApi.install ? [gatewayApi.repository] : []),
      ...(installed ? [chart.repository] : []),
    ],
    destinations: clusters.map(cluster => ({ ...cluster.destination, namespace: chart.namespace })),
    clusterKinds: [...clusterKinds, ...(installed ? controllerClusterKinds : []), ...hooks],
    namespacedKinds: installed ? [...namespacedKinds, ...certificates] : [],
  })
}
