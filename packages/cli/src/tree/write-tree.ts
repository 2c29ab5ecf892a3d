import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FileTree } from '@espalier/model'
import { fileError } from '../files/file-error.ts'
import type { Result } from '../files/result.ts'
import { gitVersions } from '../git/git.ts'
import type { Environment } from '../git/run-git.ts'
import { applyTree } from './apply-tree.ts'
import { type Disk, disk as realDisk } from './disk.ts'
import { formerName } from './former-name.ts'
import { movedRoots } from './moved-roots.ts'
import { ownershipOf } from './ownership.ts'
import { nextRecord } from './record.ts'
import { isRecoverable } from './recoverable.ts'
import type { Foreign } from './stranger.ts'
import { type Survey, surveyTree } from './survey.ts'
import type { Target } from './target.ts'

export interface WriteOptions {
  readonly env: Environment
  /** Overwrites hand edits, and what our topology rendered under another name; never other foreign files. */
  readonly force?: boolean
  readonly disk?: Disk
}

/** What became of a render. Where anything is refused, nothing was written. */
export interface Written {
  readonly foreign: readonly Foreign[]
  readonly handEdited: readonly string[]
  /** Not ours and in nobody's way, but in the folders of units. */
  readonly strangers: readonly Foreign[]
  /** What a person must do now, because a folder has moved. */
  readonly moved: readonly string[]
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
  const survey = await surveyTree(wanted, target, env)
  if (survey.error !== undefined) return survey
  const { comparison, recordFile: file, record: old } = survey.value
  const { unchanged, missing, changed, stale, foreign, strangers } = comparison
  const formerly = formerName(foreign, target)
  if (force && formerly !== undefined) return writeTree(wanted, { ...target, formerly }, options)
  const edited = force ? { value: [] } : await handEdits(survey.value, target, env)
  if (edited.error !== undefined) return edited
  const refused = { foreign, handEdited: edited.value, strangers }
  const removed = stale.map(({ path }) => path)
  if (foreign.length + edited.value.length > 0)
    return { value: { ...refused, moved: [], written: 0, unchanged: 0, removed: 0, unguarded: false } }

  const record = { file, old, next: file === undefined ? old : nextRecord(old, wanted, removed, target) }
  const error = applyTree(comparison, wanted, target, record, disk)
  if (error !== undefined) return { error }
  return {
    value: {
      ...refused,
      moved: movedRoots(stale, wanted, target),
      written: missing.length + changed.length,
      unchanged: unchanged.length,
      removed: removed.length,
      unguarded: file === undefined && changed.length + removed.length > 0,
    },
  }
}

/** Those of our files whose bytes would be lost; Git is asked only where there is something to replace. */
async function handEdits(
  { comparison: { changed, stale }, record, recordFile }: Survey,
  target: Target,
  env: Environment,
): Promise<Result<readonly string[]>> {
  const paths = [...changed, ...stale].map(({ path }) => path).sort()
  if (recordFile === undefined || paths.length === 0) return { value: [] }
  const folders = new Set(paths.map(path => path.slice(0, path.indexOf('/'))))
  const git = await gitVersions(target.root, env, [...folders])
  if (git.error !== undefined) return git
  const memory = { git: git.value, record }
  const isOurs = ownershipOf(target)
  const lost = (path: string): boolean =>
    !isRecoverable(path, readFileSync(join(target.root, path)), isOurs, memory)
  try {
    return { value: paths.filter(lost) }
  } catch (thrown) {
    return { error: `the rendered tree cannot be read: ${fileError(thrown)}` }
  }
}
