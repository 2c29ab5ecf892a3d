import type { Delivery } from '../delivery/delivery.ts'
import { broughtAsItLies } from '../kustomize/brought-as-it-lies.ts'
import type { Build } from '../kustomize/build.ts'
import type { ClusterBuild } from '../kustomize/build-all.ts'
import type { Tagged } from './fleet.ts'

/** True where what a build makes is all that kustomize makes, as far as rules look. */
export function isFollowed({ remarks }: Build): boolean {
  return remarks.every(({ kind }) => kind === 'simplified')
}

/**
 * True for a text that a build has read for the same cluster, or for any where the text itself has none: what it holds is in the build, or
 * meant to be nowhere.
 */
export function takenBy(
  builds: readonly ClusterBuild[],
  patches: ReadonlySet<string>,
  deliveries: readonly Delivery[],
): (tagged: Tagged) => boolean {
  const taken = new Map<string | undefined, Set<string>>()
  const byAny = new Set<string>()
  const isKept = broughtAsItLies(deliveries)
  for (const { cluster, build, isReady } of builds) {
    const files = taken.get(cluster) ?? new Set()
    taken.set(cluster, files)
    // A patch that may not have been applied is still looked into by itself.
    const read = [...build.texts.keys()].filter(({ file }) => isFollowed(build) || !patches.has(file))
    for (const file of [...read.map(({ file }) => file), ...build.contents]) {
      if (isReady && isKept(cluster, file)) continue
      files.add(file)
      byAny.add(file)
    }
  }
  return ({ source: { file }, cluster, rendered }) => {
    if (rendered) return false
    return cluster === undefined ? byAny.has(file) : taken.get(cluster)?.has(file) === true
  }
}
