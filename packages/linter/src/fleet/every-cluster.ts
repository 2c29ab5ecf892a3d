import type { Fleet, FleetCluster } from './fleet.ts'

/** The clusters of a fleet, those too that topology.yaml declares but of which no manifest was read. */
export function everyCluster({ clusters, model }: Fleet): readonly FleetCluster[] {
  const read = new Set(clusters.map(({ name }) => name))
  const unread = model?.clusters.filter(({ name }) => !read.has(name)) ?? []
  return [...clusters, ...unread.map(cluster => ({ ...cluster, rendered: false, complete: false }))]
}
