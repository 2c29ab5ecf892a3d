import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { fileError } from '../files/file-error.ts'
import type { Result } from '../files/result.ts'
import { gitFilesWith } from '../git/git.ts'
import type { Environment } from '../git/run-git.ts'
import { type Existing, readExisting } from './compare-tree.ts'
import { ownersOf } from './owner.ts'
import { ownershipOf } from './ownership.ts'
import type { TreeRecord } from './record.ts'
import { folderAbove, foldersOf, isTreePath, type Target } from './target.ts'

/**
 * What is left of this topology's tree where gitops.path or the folder of Flux was before, sorted: an engine goes on reading it there.
 * Only in Git: from the headers of tracked files, and from the record of what was rendered here.
 */
export async function findElsewhere(
  wanted: Iterable<string>,
  target: Target,
  record: TreeRecord,
  env: Environment,
): Promise<Result<readonly Existing[]>> {
  const folders = new Set(foldersOf(wanted, { ...target, clusters: [] }))
  const begin = `(topology ${target.topology}, cluster `
  const { value: tracked, error } = await gitFilesWith(target.root, env, begin, [...folders])
  if (error !== undefined) return { error }
  const isOurs = ownershipOf(target)
  const found: Existing[] = []
  let here = ''
  try {
    for (here of [...new Set([...tracked, ...record.keys()])].sort()) {
      if (folderAbove(here, folders) !== undefined || !isPlainFile(here, target.root)) continue
      const text = readExisting(here, target.root)
      if (isLeftBehind(here, text, record.has(here))) found.push({ path: here, text })
    }
  } catch (thrown) {
    return { error: `${target.show(here)} cannot be read: ${fileError(thrown)}` }
  }
  return { value: found }

  // Whatever else carries our header may be a copy, in documentation say: only the file that is ours today vouches for what nobody recorded.
  function isLeftBehind(path: string, text: string, isRecorded: boolean): boolean {
    const owners = ownersOf(text)
    const { clusters, file } = target
    return (
      isOurs(owners) &&
      (isRecorded || owners.every(owner => owner.file === file)) &&
      owners.every(({ cluster }) => isTreeOf(cluster, path)) &&
      (clusters.length === 0 || owners.every(({ cluster }) => clusters.includes(cluster)))
    )
  }
}

/** True for `…/<cluster>/<unit>/…`, as every tree has it, and for the folder of Espalier's in what Flux syncs. */
function isTreeOf(cluster: string, path: string): boolean {
  const folders = path.split('/').slice(0, -1)
  return folders.slice(0, -1).includes(cluster) || folders.at(-1) === 'espalier'
}

/** True for a regular file that is reached through real folders only. */
function isPlainFile(path: string, root: string): boolean {
  if (!isTreePath(path) || !path.endsWith('.yaml')) return false
  const steps = path.split('/')
  return steps.every((_, at) => {
    const stats = lstatSync(join(root, ...steps.slice(0, at + 1)), { throwIfNoEntry: false })
    return at === steps.length - 1 ? stats?.isFile() === true : stats?.isDirectory() === true
  })
}
