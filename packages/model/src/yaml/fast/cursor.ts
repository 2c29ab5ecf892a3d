import { dot, hash, hyphen, newline, space, tab } from './chars.ts'

/** A plain scalar that YAML 1.1 reads differently; its path is written from the scalar up, so that only findings cost anything. */
export interface Ambiguity {
  readonly text: string
  readonly steps: (string | number)[]
}

/** Where the fast reader stands in a text, which ends with a line break. */
export interface Cursor {
  readonly text: string
  readonly end: number
  at: number
  /** Where the line of the last content began. */
  line: number
  /** How far that line is indented; -1 at a document marker and at the end. */
  indent: number
  /** The plain scalar read last. */
  from: number
  to: number
  depth: number
  /** What `yaml` should read instead; the cursor is then at the end, so that every loop ends by itself. */
  gaveUp: boolean
  ambiguous: Ambiguity[]
}

/** Leaves the text to `yaml`. */
export function giveUp(cursor: Cursor): void {
  cursor.gaveUp = true
  cursor.at = cursor.end
  cursor.indent = -1
}

/** Moves to the first character that is no space, and returns it. */
export function skipSpaces(cursor: Cursor): number {
  const { text } = cursor
  let char = text.charCodeAt(cursor.at)
  while (char === space) char = text.charCodeAt(++cursor.at)
  return char
}

/** Moves to the end of a line that holds nothing more than spaces and a comment. */
export function endLine(cursor: Cursor): void {
  const char = skipSpaces(cursor)
  if (char === newline) return
  if (char === hash && cursor.text.charCodeAt(cursor.at - 1) === space)
    cursor.at = cursor.text.indexOf('\n', cursor.at)
  else giveUp(cursor)
}

/** Moves from the end of a line to the next line with content. */
export function nextContent(cursor: Cursor): void {
  if (cursor.gaveUp) return
  const { text, end } = cursor
  let line = cursor.at + 1
  for (;;) {
    let at = line
    if (at >= end) break
    let char = text.charCodeAt(at)
    while (char === space) char = text.charCodeAt(++at)
    if (char === tab) return giveUp(cursor)
    if (char !== newline && char !== hash) {
      cursor.at = at
      cursor.line = line
      cursor.indent = at === line && isMarker(text, at, char) ? -1 : at - line
      return
    }
    line = text.indexOf('\n', at) + 1
  }
  cursor.at = end
  cursor.indent = -1
}

/** Ends a line and moves to the next one with content. */
export function nextLine(cursor: Cursor): void {
  endLine(cursor)
  nextContent(cursor)
}

/** Notes one step above the ambiguous scalars that were found since there were as many. */
export function stepInto(cursor: Cursor, since: number, step: string | number): void {
  const { ambiguous } = cursor
  for (let at = since; at < ambiguous.length; at++) ambiguous[at]?.steps.push(step)
}

function isMarker(text: string, at: number, char: number): boolean {
  if (char !== hyphen && char !== dot) return false
  if (text.charCodeAt(at + 1) !== char || text.charCodeAt(at + 2) !== char) return false
  const after = text.charCodeAt(at + 3)
  return after === newline || after === space || after === tab
}
