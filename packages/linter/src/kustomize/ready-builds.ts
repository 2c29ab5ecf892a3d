import type { Delivery } from '../delivery/delivery.ts'
import type { Tagged } from '../fleet/fleet.ts'
import type { Build } from './build.ts'
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
  // A delivery that comes in several forms makes the same in each.
  const seen = new Map<string | undefined, Set<Build>>()
  const isNew = ({ cluster, build }: Pick<ClusterBuild, 'cluster' | 'build'>): boolean => {
    const builds = seen.get(cluster) ?? new Set()
    seen.set(cluster, builds)
    return !builds.has(build) && builds.add(build).has(build)
  }
  const files = new Map<string | undefined, Set<string>>()
  for (const { source, cluster, rendered } of tagged)
    if (!rendered) files.set(cluster, (files.get(cluster) ?? new Set()).add(source.file))
  return made
    .filter(isNew)
    .filter(({ cluster, build }) => [...build.texts.keys()].some(({ file }) => files.get(cluster)?.has(file)))
    .map(({ cluster, what, build }) => ({ cluster, changed: !what.plainBuild, build, isReady: true }))
}
