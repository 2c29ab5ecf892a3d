import { type FileTree, fluxFolder, type Model } from '@espalier/model'
import { engineOf } from '../engine-of.ts'
import type { PlanSide } from './changes.ts'
import type { TreeObject } from './differing-objects.ts'

/** Tells of objects that are rendered no more which of them the engine deletes; all others stay in their clusters. */
export function deletionsBy(
  before: Model,
  after: PlanSide & { readonly model: Model },
): (one: TreeObject) => boolean {
  const engine = engineOf(before)
  const rendered = foldersIn(after.tree)
  return ({ cluster: name, file, object }) => {
    const cluster = before.clusters.find(one => one.name === name)
    // Another engine does not know what the former one applied.
    if (cluster === undefined || engine !== engineOf(after.model)) return false
    const folderGone = !rendered.has(unitOf(file, before, fluxFolder(before, cluster)))
    return engine.deletes({ object, file, cluster, before, after: after.model, folderGone })
  }
}

/** Every folder with a file at or below it. */
function foldersIn(tree: FileTree): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const file of tree.keys()) {
    let end = file.lastIndexOf('/')
    for (; end > 0 && !folders.has(file.slice(0, end)); end = file.lastIndexOf('/', end - 1))
      folders.add(file.slice(0, end))
  }
  return folders
}

/** The folder that one Application or Kustomization delivers. */
function unitOf(file: string, { gitops }: Model, entry: string): string {
  if (gitops.engine === 'flux' && file.startsWith(`${entry}/`)) return entry
  const depth = gitops.path.split('/').length + 2
  return file.split('/').slice(0, depth).join('/')
}
