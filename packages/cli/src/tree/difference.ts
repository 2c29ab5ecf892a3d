import type { FileTree } from '@espalier/model'
import { structuredPatch } from 'diff'
import { printable } from '../files/display.ts'
import type { Existing } from './compare-tree.ts'

const linesPerFile = 10
const linesInAll = 60
/** Beyond so many edits a difference tells a reader nothing, and takes long to find. */
const mostEdits = 500

/** The lines by which a file on the disk differs from its render, for a reader's glance: cut, with what was cut counted. */
export function difference(
  existing: Existing,
  text: string,
  limit: number = linesPerFile,
): readonly string[] {
  const options = { context: 1, maxEditLength: mostEdits }
  const patch = structuredPatch(existing.path, existing.path, existing.text, text, '', '', options)
  if (patch === undefined) return limit > 0 ? ['… differs in most of its lines'] : []
  const lines = patch.hunks.flatMap(({ oldStart, lines }) => [
    `@@ line ${oldStart} @@`,
    ...lines.map(printable),
  ])
  const left = lines.length - limit
  if (left <= 0) return lines
  return [...lines.slice(0, limit), `… ${left} more ${left === 1 ? 'line' : 'lines'}`]
}

/** The differences of several files by path, within a limit for all of them together. */
export function differences(
  changed: readonly Existing[],
  wanted: FileTree,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  let left = linesInAll
  for (const existing of changed) {
    if (left <= 0) break
    const lines = difference(existing, wanted.get(existing.path) ?? '', Math.min(linesPerFile, left))
    found.set(existing.path, lines)
    left -= lines.length
  }
  return found
}
