import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FileTree } from '@espalier/model'
import { fileError } from '../files/file-error.ts'
import { type Environment, gitDirectory, gitVersions } from '../files/git.ts'
import type { Result } from '../files/result.ts'
import { applyTree } from './apply-tree.ts'
import { compareTree, type Foreign } from './compare-tree.ts'
import { type Disk, disk as realDisk } from './disk.ts'
import { nextRecord, readRecord, recordFile, type TreeRecord } from './record.ts'
import { isRecoverable } from './recoverable.ts'
import type { Target } from './target.ts'

export interface WriteOptions {
  readonly env: Environment
  /** Overwrites hand edits; never foreign files. */
  readonly force?: boolean
  readonly disk?: Disk
}

/** What became of a render. Where anything is refused, nothing was written. */
export interface Written {
  readonly foreign: readonly Foreign[]
  readonly handEdited: readonly string[]
  readonly written: number
  readonly unchanged: number
  readonly removed: number
  /** Own files were replaced where there is no Git that could tell whether they were edited. */
  readonly unguarded: boolean
}

/** Makes the disk hold the tree: replaces and removes only what is ours, and only bytes that can be had again. */
export async function writeTree(
  wanted: FileTree,
  target: Target,
  options: WriteOptions,
): Promise<Result<Written>> {
  const { env, force = false, disk = realDisk } = options
  const comparison = compareTree(wanted, target)
  if (comparison.error !== undefined) return comparison
  const { unchanged, missing, changed, stale, foreign } = comparison.value
  const git = await gitDirectory(target.root, env)
  if (git.error !== undefined) return git
  const file = git.value === undefined ? undefined : recordFile(git.value, target.topology)
  const old = readRecord(file)
  const replaced = [...changed, ...stale].map(({ path }) => path).sort()
  const edited = file === undefined || force ? { value: [] } : await handEdits(replaced, old, target, env)
  if (edited.error !== undefined) return edited
  const counts = {
    written: missing.length + changed.length,
    unchanged: unchanged.length,
    removed: stale.length,
  }
  const refused = { foreign, handEdited: edited.value }
  if (foreign.length + edited.value.length > 0)
    return { value: { ...refused, written: 0, unchanged: 0, removed: 0, unguarded: false } }

  const record = { file, old, next: nextRecord(old, wanted, target) }
  const error = applyTree(comparison.value, wanted, target, record, disk)
  if (error !== undefined) return { error }
  return { value: { ...refused, ...counts, unguarded: file === undefined && replaced.length > 0 } }
}

/** Those of our files whose bytes would be lost; Git is asked only where there is something to replace. */
async function handEdits(
  paths: readonly string[],
  record: TreeRecord,
  target: Target,
  env: Environment,
): Promise<Result<readonly string[]>> {
  if (paths.length === 0) return { value: [] }
  const folders = new Set(paths.map(path => path.slice(0, path.indexOf('/'))))
  const git = await gitVersions(target.root, env, [...folders])
  if (git.error !== undefined) return git
  const memory = { git: git.value, record }
  const lost = (path: string): boolean =>
    !isRecoverable(path, readFileSync(join(target.root, path)), target.topology, memory)
  try {
    return { value: paths.filter(lost) }
  } catch (thrown) {
    return { error: `the rendered tree cannot be read: ${fileError(thrown)}` }
  }
}
