import { type Export, type Model, type Place, type Problem, placeOf, within } from '@espalier/model'
import type { ClusterChanges } from './changes.ts'

/**
 * Exports that the engine deletes in the same step in which routes cease to use them. Engines do not wait for each other: where the
 * workload cluster is first, its target group is gone while the config cluster still sends traffic there.
 */
export function leavingExports(
  before: Model,
  after: Model,
  clusters: readonly ClusterChanges[],
): readonly Problem[] {
  const deleted = new Set(
    clusters.flatMap(({ cluster, removed }) =>
      removed
        .filter(({ object }) => object.kind === 'ServiceExport')
        .map(({ object: { metadata } }) => `${cluster} ${metadata.namespace}/${metadata.name}`),
    ),
  )
  if (deleted.size === 0) return []
  return before.routes.flatMap(route => {
    const backends = route.rules.flatMap(rule => rule.backends)
    const used = new Map(backends.flatMap(one => ('export' in one ? [[one.export, one.at] as const] : [])))
    return [...used]
      .filter(([one]) => deleted.has(nameOf(one)))
      .map(([one, at]) => ({
        check: 'export-leaves-unused',
        message: `ServiceExport ${one.service.namespace}/${one.name} leaves cluster ${one.cluster.name} in the same step as ${route.kind} ${route.namespace}/${route.name}, which sends it traffic until then`,
        at: placeIn(after, one),
        related: [{ at, message: `used by ${route.name} before` }],
      }))
  })
}

function nameOf({ cluster, service, name }: Export): string {
  return `${cluster.name} ${service.namespace}/${name}`
}

/** Where the topology says now in which clusters the service runs, or which services there are. */
function placeIn({ services, clusters, source }: Model, { service }: Export): Place {
  const now = services.find(one => one.name === service.name && one.namespace === service.namespace)
  if (now !== undefined) return within(now.at, 'clusters')
  const [{ at } = { at: placeOf(source) }] = services.length > 0 ? services : clusters
  return { ...at, path: [services.length > 0 ? 'services' : 'clusters'], on: 'key' }
}
