import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FileTree } from '@espalier/model'
import { fileError } from '../files/file-error.ts'
import type { Comparison } from './compare-tree.ts'
import { createFolder } from './create-folder.ts'
import type { Disk } from './disk.ts'
import { sameRecord, type TreeRecord, unite, writeRecord } from './record.ts'
import { replaceFile, temporaryName } from './replace-file.ts'
import type { Target } from './target.ts'

/** The record before and after; without a file, outside Git, none is kept. */
export interface RecordChange {
  readonly file: string | undefined
  readonly old: TreeRecord
  readonly next: TreeRecord
}

/**
 * Carries out what a comparison found. The record is written ahead, so that after a kill at any moment the next render, of whatever
 * topology, knows each file for Espalier's own. Returns why it had to stop, if it had to; a further run then completes the tree.
 */
export function applyTree(
  comparison: Comparison,
  wanted: FileTree,
  target: Target,
  record: RecordChange,
  disk: Disk,
): string | undefined {
  const { missing, changed, stale, newFolders, leftovers, leftoverFolders } = comparison
  const withFolder = new Set([...newFolders.values()].flat())
  const files = missing.filter(path => !withFolder.has(path))
  const writes = [...files, ...changed.map(({ path }) => path)].sort()
  const removals = stale.map(({ path }) => path)
  const { next } = record
  const ahead = withFolder.size + writes.length + removals.length > 0 ? unite(record.old, next) : next
  const temporary = temporaryName(target.topology)
  const made = new Set<string>()
  const absolute = (path: string): string => join(target.root, path)
  return (
    save(ahead, record.old) ??
    each(leftovers, 'removed', path => disk.remove(absolute(path))) ??
    each(leftoverFolders, 'removed', path => disk.removeTree(absolute(path))) ??
    each([...newFolders.keys()], 'written', writeFolder) ??
    each(writes, 'written', write) ??
    each(removals, 'removed', path => disk.remove(absolute(path))) ??
    each(foldersAbove([...removals, ...leftovers], target.path), 'removed', removeIfEmpty) ??
    save(next, ahead)
  )

  function save(now: TreeRecord, before: TreeRecord): string | undefined {
    const { file } = record
    if (file === undefined || sameRecord(now, before)) return undefined
    return attempt(
      () => writeRecord(file, now, target.topology, disk),
      () => `the record ${file} cannot be written`,
    )
  }

  function write(path: string): void {
    const folder = dirname(path)
    if (!made.has(folder)) disk.makeFolder(absolute(folder))
    made.add(folder)
    replaceFile(absolute(path), wanted.get(path) ?? '', temporary, disk)
  }

  function writeFolder(folder: string): void {
    const content = (newFolders.get(folder) ?? []).map(path => ({
      path: path.slice(folder.length + 1),
      text: wanted.get(path) ?? '',
    }))
    const above = dirname(folder)
    if (!made.has(above)) disk.makeFolder(absolute(above))
    made.add(above)
    createFolder(absolute(folder), content, temporary, disk)
  }

  function removeIfEmpty(folder: string): void {
    if (readdirSync(absolute(folder)).length === 0) disk.removeFolder(absolute(folder))
  }

  function each(paths: readonly string[], what: string, action: (path: string) => void): string | undefined {
    for (const path of paths) {
      const error = attempt(
        () => action(path),
        () => `${target.show(path)} cannot be ${what}`,
      )
      if (error !== undefined) return error
    }
    return undefined
  }
}

function attempt(action: () => void, failure: () => string): string | undefined {
  try {
    action()
    return undefined
  } catch (thrown) {
    return `${failure()}: ${fileError(thrown)}`
  }
}

/** The folders that a removal may have emptied, deepest first; the tree's own folder stays. */
function foldersAbove(paths: readonly string[], top: string): readonly string[] {
  const folders = new Set<string>()
  for (const path of paths) {
    for (let folder = dirname(path); folder !== '.' && folder !== top; folder = dirname(folder))
      folders.add(folder)
  }
  return [...folders].sort((a, b) => b.length - a.length)
}
