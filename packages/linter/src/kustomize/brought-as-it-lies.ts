import type { Delivery } from '../delivery/delivery.ts'

/** True for a file that a delivery brings to a cluster, or to nobody knows which, without changing what the folder makes of it. */
export function broughtAsItLies(
  deliveries: readonly Delivery[],
): (cluster: string | undefined, file: string) => boolean {
  const files = new Map<string | undefined, Set<string>>()
  // Asked only where another delivery has changed something.
  for (const { target, what } of deliveries.some(({ what }) => what.made) ? deliveries : []) {
    if (what.made) continue
    const cluster = 'cluster' in target ? target.cluster : undefined
    const own = files.get(cluster) ?? new Set()
    files.set(cluster, own)
    for (const { file } of [...what.rootSources, ...what.linted.values()]) own.add(file)
  }
  return (cluster, file) => files.get(cluster)?.has(file) === true
}
