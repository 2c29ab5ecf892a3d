import type { Delivery } from '../delivery/delivery.ts'
import type { Tagged } from '../fleet/fleet.ts'
import type { ClusterBuild } from './build-all.ts'

/** The builds that came with deliveries, and whose files are among those that were tagged with the delivery's cluster. */
export function readyBuilds(
  tagged: readonly Tagged[],
  deliveries: readonly Delivery[],
): readonly ClusterBuild[] {
  const made = deliveries.flatMap(({ target, what }) =>
    what.made ? [{ cluster: 'cluster' in target ? target.cluster : undefined, what, build: what.made }] : [],
  )
  if (made.length === 0) return []
  const files = new Map<string | undefined, Set<string>>()
  for (const { source, cluster, rendered } of tagged)
    if (!rendered) files.set(cluster, (files.get(cluster) ?? new Set()).add(source.file))
  return made
    .filter(({ cluster, build }) => [...build.texts.keys()].some(({ file }) => files.get(cluster)?.has(file)))
    .map(({ cluster, what, build }) => ({
      cluster,
      folder: undefined,
      changed: !what.plainBuild,
      build,
      isReady: true,
    }))
}
