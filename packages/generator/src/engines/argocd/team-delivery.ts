import type { Cluster, KubeObject, Model } from '@espalier/model'
import type { Rendered } from '../../placed.ts'
import { type Sourced, sourcePath, sourceUnit, teamSources } from '../../teams/team-sources.ts'
import { application } from './application.ts'
import { names } from './names.ts'
import { type GroupKindName, project } from './project.ts'

/** The teams' own sources: a project per namespace that admits this namespace only, an Application per service and cluster. */
export function teamDelivery(model: Model, clusters: readonly Cluster[]): readonly Rendered[] {
  const sourced = teamSources(model, clusters)
  const namespaces = [...new Set(sourced.map(({ service }) => service.namespace))]
  return [
    ...namespaces.flatMap(namespace =>
      teamProject(
        model,
        namespace,
        sourced.filter(({ service }) => service.namespace === namespace),
      ),
    ),
    ...sourced.flatMap(one =>
      one.clusters.map(cluster => ({ object: sourceApplication(model, one, cluster), from: one.source.at })),
    ),
  ]
}

/** What only the config cluster may hold, and what would tell Argo CD to apply more. Gateways and routes may be Istio's. */
const refusedKinds: readonly GroupKindName[] = [
  ...['AccessLogPolicy', 'IAMAuthPolicy', 'ServiceImport', 'VpcAssociationPolicy'].map(kind => ({
    group: 'application-networking.k8s.aws',
    kind,
  })),
  ...['AppProject', 'Application', 'ApplicationSet'].map(kind => ({ group: 'argoproj.io', kind })),
]

function teamProject(model: Model, namespace: string, sourced: readonly Sourced[]): readonly Rendered[] {
  const [first] = sourced
  if (first === undefined) return []
  const object = project(model, {
    name: names.team(model.name, namespace),
    description: `Workloads of namespace ${namespace} in topology ${model.name}`,
    repositories: sourced.map(({ source }) => source.repository),
    destinations: sourced.flatMap(one =>
      one.clusters.map(cluster => ({ ...cluster.destination, namespace })),
    ),
    clusterKinds: [],
    refusedKinds,
  })
  return [{ object, from: first.source.at }]
}

function sourceApplication(model: Model, { service, source }: Sourced, cluster: Cluster): KubeObject {
  const { repository, revision } = source
  return application(model, {
    name: names.application(model.name, cluster, sourceUnit(service)),
    project: names.team(model.name, service.namespace),
    source: {
      repoURL: repository,
      targetRevision: revision,
      path: sourcePath(source, cluster),
    },
    annotations: { 'argocd.argoproj.io/manifest-generate-paths': '.' },
    destination: cluster.destination,
    namespace: service.namespace,
    prune: model.gitops.onRemoval === 'delete',
    cascade: model.gitops.onRemoval === 'delete',
  })
}
