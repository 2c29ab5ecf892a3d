import type { ClusterBuild } from '../kustomize/build-all.ts'
import type { Built } from './fleet.ts'
import { isFollowed } from './kustomized.ts'
import { isManifest } from './manifest.ts'
import { isSealed } from './sealed.ts'

/** What rules may know of a build. */
export function builtOf({ cluster, folder, changed, build }: ClusterBuild): Built {
  const { documents, texts } = build
  const isRead = [...texts.values()].every(({ faults }) => faults.length === 0)
  const areEntries = documents.every(({ value }) => isManifest(value) && !isSealed(value))
  return {
    cluster,
    folder,
    isWhole: !changed && isFollowed(build) && isRead && areEntries,
  }
}
