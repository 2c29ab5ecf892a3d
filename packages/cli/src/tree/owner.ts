import { parseHeader } from '@espalier/model'
import { conflictSides } from './conflict.ts'

/** The topology whose header a file carries; in a file with conflict markers every side must carry the same one. */
export function ownerOf(text: string): string | undefined {
  return parseHeader(text)?.topology ?? ownerOfConflict(text)
}

/** The topology that every side of a conflict belongs to. */
export function ownerOfConflict(text: string): string | undefined {
  if (!text.includes('<<<<<<< ')) return undefined
  const [first, ...others] = conflictSides(text).map(side => parseHeader(side)?.topology)
  return others.every(owner => owner === first) ? first : undefined
}
