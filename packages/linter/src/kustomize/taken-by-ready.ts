import type { Source } from '@espalier/model'
import type { Delivery } from '../delivery/delivery.ts'
import { broughtAsItLies } from './brought-as-it-lies.ts'
import type { ClusterBuild } from './build-all.ts'

/** True for a kustomization of which a delivery has made what its cluster gets of it, and which nobody brings there as it lies. */
export function takenByReady(
  ready: readonly ClusterBuild[],
  deliveries: readonly Delivery[],
): (cluster: string | undefined, source: Source) => boolean {
  if (ready.length === 0) return () => false
  const taken = new Map<string | undefined, Set<string>>()
  for (const { cluster, build } of ready) {
    const files = taken.get(cluster) ?? new Set()
    taken.set(cluster, files)
    for (const { file } of build.texts.keys()) files.add(file)
  }
  const isKept = broughtAsItLies(deliveries)
  return (cluster, { file }) => taken.get(cluster)?.has(file) === true && !isKept(cluster, file)
}
