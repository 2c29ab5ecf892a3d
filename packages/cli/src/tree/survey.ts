import type { FileTree } from '@espalier/model'
import type { Result } from '../files/result.ts'
import { gitDirectory } from '../git/git.ts'
import type { Environment } from '../git/run-git.ts'
import { type Comparison, compareTree } from './compare-tree.ts'
import { findElsewhere } from './elsewhere.ts'
import { readRecord, recordFile, type TreeRecord } from './record.ts'
import type { Target } from './target.ts'

export interface Survey {
  readonly comparison: Comparison
  /** Where Espalier remembers what it wrote; nowhere outside Git. */
  readonly recordFile: string | undefined
  readonly record: TreeRecord
}

/** All that is known before anything is written: the disk against the tree, and what was left behind in other folders. */
export async function surveyTree(
  wanted: FileTree,
  target: Target,
  env: Environment,
): Promise<Result<Survey>> {
  const { value: comparison, error } = compareTree(wanted, target)
  if (error !== undefined) return { error }
  const git = await gitDirectory(target.root, env)
  if (git.error !== undefined) return git
  if (git.value === undefined) return { value: { comparison, recordFile: undefined, record: new Map() } }
  const file = recordFile(git.value, target.topology)
  const record = readRecord(file)
  const elsewhere = await findElsewhere(wanted.keys(), target, record, env)
  if (elsewhere.error !== undefined) return elsewhere
  const stale = [...comparison.stale, ...elsewhere.value].sort((a, b) => (a.path < b.path ? -1 : 1))
  return { value: { comparison: { ...comparison, stale }, recordFile: file, record } }
}
