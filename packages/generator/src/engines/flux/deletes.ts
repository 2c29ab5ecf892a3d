import { fluxFolder, groupKind } from '@espalier/model'
import type { Departure } from '../../engine.ts'
import { keptKinds } from '../../kept-kinds.ts'
import { unitFolder } from '../../layout.ts'

/**
 * What Flux syncs itself is pruned by whoever bootstrapped it, as `flux bootstrap` sets it up. A Kustomization prunes as the topology says
 * now, and takes its objects along as it said before; that of the controller never does.
 */
export function deletes({ object, file, cluster, before, after, folderGone }: Departure): boolean {
  if (file.startsWith(`${fluxFolder(before, cluster)}/`)) return true
  const controller = unitFolder(before.gitops.path, cluster.name, 'controller')
  if (file.startsWith(`${controller}/`) || keptKinds.has(groupKind(object))) return false
  return (folderGone ? before : after).gitops.onRemoval === 'delete'
}
