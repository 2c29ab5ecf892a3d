import { type Header, parseHeader } from '@espalier/model'
import { conflictSides } from './conflict.ts'

/** The header a file carries; of a file with conflict markers that of every side, or none where a side has none. */
export function ownersOf(text: string): readonly Header[] {
  const header = parseHeader(text)
  return header === undefined ? ownersOfConflict(text) : [header]
}

/** The headers of all sides of a conflict. */
export function ownersOfConflict(text: string): readonly Header[] {
  if (!text.includes('<<<<<<< ')) return []
  const sides = conflictSides(text)
  const headers = sides.flatMap(side => parseHeader(side) ?? [])
  return headers.length === sides.length ? headers : []
}
