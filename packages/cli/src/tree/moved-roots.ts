import { basename } from 'node:path'
import { type FileTree, parseHeader } from '@espalier/model'
import type { Existing } from './compare-tree.ts'
import { folderOf, type Target } from './target.ts'

/** Where an engine begins to read is told to it once, by a person; what that person must do now that such a folder has moved. */
export function movedRoots(stale: readonly Existing[], wanted: FileTree, target: Target): readonly string[] {
  const applied = new Set([...wanted.keys()].map(folderOf))
  const roots = new Map(stale.filter(isRootFile).map(({ path, text }) => [folderOf(path), clusterOf(text)]))
  return [...roots].flatMap(([old, cluster]) => {
    const isArgo = basename(old) === 'argocd-root'
    const now = isArgo ? `${target.path}/${cluster}/argocd-root` : target.entries.get(cluster)
    if (now === undefined || now === old || !applied.has(now)) return []
    const todo = isArgo
      ? `apply Argo CD's root Application again from there (or point your app-of-apps at it); until then the old folder is read`
      : `before this is synced, point the Flux of cluster ${cluster} to ${target.show(folderOf(now))}: it prunes what leaves the folder that it reads`
    return [`${target.show(old)}: has moved to ${target.show(now)}: ${todo}`]
  })
}

// A namespace may be called like one of these folders, but has no such file.
function isRootFile({ path }: Existing): boolean {
  return /\/argocd-root\/application\.argoproj\.io_[^/]*$|\/espalier\/kustomization\.yaml$/.test(path)
}

function clusterOf(text: string): string {
  return parseHeader(text)?.cluster ?? ''
}
