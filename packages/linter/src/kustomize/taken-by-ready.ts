import type { Source } from '@espalier/model'
import type { Delivery } from '../delivery/delivery.ts'
import type { ClusterBuild } from './build-all.ts'

/** True for a kustomization of which a delivery has made what its cluster gets of it, and which nobody brings there as it lies. */
export function takenByReady(
  ready: readonly ClusterBuild[],
  deliveries: readonly Delivery[],
): (cluster: string | undefined, source: Source) => boolean {
  if (ready.length === 0) return () => false
  const taken = new Set(
    ready.flatMap(({ cluster, build }) => [...build.texts.keys()].map(({ file }) => keyOf(cluster, file))),
  )
  const kept = new Set(
    deliveries.flatMap(({ target, what }) => {
      const cluster = 'cluster' in target ? target.cluster : undefined
      return what.made ? [] : what.rootSources.map(({ file }) => keyOf(cluster, file))
    }),
  )
  return (cluster, { file }) => {
    const key = keyOf(cluster, file)
    return taken.has(key) && !kept.has(key)
  }
}

function keyOf(cluster: string | undefined, file: string): string {
  return `${cluster ?? ''}\0${file}`
}
