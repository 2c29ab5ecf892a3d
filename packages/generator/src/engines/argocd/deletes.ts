import { type Cluster, groupKind, type Model } from '@espalier/model'
import type { Departure } from '../../engine.ts'
import { keptKinds } from '../../kept-kinds.ts'
import { unitFolder } from '../../layout.ts'

/**
 * The root Application prunes what it applies, and was itself applied by somebody else. Any other Application prunes as the topology
 * says now; one that leaves takes its objects along where it had the finalizer, as the topology said before.
 */
export function deletes({ object, file, cluster, before, after, folderGone }: Departure): boolean {
  const own = unitFolder(before.gitops.path, cluster.name, 'argocd')
  if (file.startsWith(`${own}-root/`)) return false
  if (file.startsWith(`${own}/`)) return !folderGone
  if (keptKinds.has(groupKind(object))) return false
  if (!folderGone) return after.gitops.onRemoval === 'delete'
  return before.gitops.onRemoval === 'delete' && isPruned(cluster, before, after)
}

// What delivered the folder is itself pruned only by a root Application that is still there, and reads the same folder.
function isPruned({ name }: Cluster, before: Model, after: Model): boolean {
  const { each, clusters } = before.gitops.argocd
  const [home] = each ? clusters.filter(cluster => cluster.name === name) : clusters
  return (
    before.gitops.path === after.gitops.path &&
    after.gitops.argocd.clusters.some(cluster => cluster.name === home?.name)
  )
}
