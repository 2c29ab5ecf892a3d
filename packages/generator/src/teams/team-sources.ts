import type { Cluster, Model, Service, TeamSource } from '@espalier/model'

/** A service whose manifests its team keeps, with the clusters an engine delivers them to. */
export interface Sourced {
  readonly service: Service
  readonly source: TeamSource
  readonly clusters: readonly Cluster[]
}

/** The team sources that run in some of these clusters. */
export function teamSources(
  { services }: Pick<Model, 'services'>,
  clusters: readonly Cluster[],
): readonly Sourced[] {
  return services.flatMap(service => {
    const running = service.runs.map(run => run.cluster).filter(cluster => clusters.includes(cluster))
    return service.source === undefined || running.length === 0
      ? []
      : [{ service, source: service.source, clusters: running }]
  })
}

/** What a team's source is called as a unit. A service is known by namespace and name, so both are in it. */
export function sourceUnit({ namespace, name }: Service): string {
  return `${namespace}-${name}`
}

export function sourcePath({ path }: TeamSource, cluster: Cluster): string {
  return path.replaceAll('{cluster}', cluster.name)
}
