import type { Cluster, KubeObject, Model, Service, TeamSource } from '@espalier/model'
import type { Rendered } from '../../placed.ts'
import { application } from './application.ts'
import { names } from './names.ts'
import { project } from './project.ts'

interface Sourced {
  readonly service: Service
  readonly source: TeamSource
  readonly clusters: readonly Cluster[]
}

/** The teams' own sources: a project per namespace that admits this namespace only, an Application per service and cluster. */
export function teamDelivery(model: Model, clusters: readonly Cluster[]): readonly Rendered[] {
  const sourced = model.services.flatMap(service => sourcedIn(service, clusters))
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

function sourcedIn(service: Service, clusters: readonly Cluster[]): readonly Sourced[] {
  const running = service.runs.map(run => run.cluster).filter(cluster => clusters.includes(cluster))
  return service.source === undefined || running.length === 0
    ? []
    : [{ service, source: service.source, clusters: running }]
}

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
  })
  return [{ object, from: first.source.at }]
}

function sourceApplication(model: Model, { service, source }: Sourced, cluster: Cluster): KubeObject {
  const { repository, revision, path } = source
  return application(model, {
    name: names.application(model.name, cluster, names.sourceUnit(service)),
    project: names.team(model.name, service.namespace),
    source: {
      repoURL: repository,
      targetRevision: revision,
      path: path.replaceAll('{cluster}', cluster.name),
    },
    annotations: { 'argocd.argoproj.io/manifest-generate-paths': '.' },
    destination: cluster.destination,
    namespace: service.namespace,
    prune: model.gitops.onRemoval === 'delete',
    cascade: model.gitops.onRemoval === 'delete',
  })
}
