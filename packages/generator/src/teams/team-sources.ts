import type { Cluster, Model, Problem, Service, TeamSource } from '@espalier/model'

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

/** A source that holds the rendered tree, or lies in it, would be delivered by a team and by Espalier. */
export function sourcesInTree({ services, gitops, clusters }: Model): readonly Problem[] {
  return teamSources({ services }, clusters).flatMap(({ service, source, clusters: running }) => {
    const paths = running.map(cluster => sourcePath(source, cluster))
    const inside = paths.find(path => overlaps(path, gitops.path))
    if (source.repository !== gitops.repository || inside === undefined) return []
    const message = `the source of service ${service.name}, ${inside}, and the rendered tree, ${gitops.path}, overlap; keep the team's manifests outside`
    return [{ check: 'beyond-engine', message, at: source.at }]
  })
}

function overlaps(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`) || a === '' || a === '.'
}

/** Two deliveries of one directory to one cluster would fight over its objects. */
export function sharedSources(services: readonly Service[]): readonly Problem[] {
  const sourced = services.flatMap(({ source, ...service }) =>
    source === undefined ? [] : [{ service, source }],
  )
  return sourced.flatMap(({ service, source }, index) => {
    const before = sourced
      .slice(0, index)
      .find(
        one =>
          one.source.repository === source.repository &&
          one.source.path === source.path &&
          one.service.runs.some(run => service.runs.some(own => own.cluster === run.cluster)),
      )
    if (before === undefined) return []
    const message = `${source.path} is already the source of service ${before.service.namespace}/${before.service.name} in the same cluster; name it in one of the two services only`
    return {
      check: 'beyond-engine',
      message,
      at: source.at,
      related: [{ at: before.source.at, message: 'the other one' }],
    }
  })
}
