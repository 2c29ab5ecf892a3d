import { dot, hash, hyphen, newline, space, tab } from './chars.ts'

/** A plain scalar that YAML 1.1 reads differently; its path is written from the scalar up, so that only findings cost anything. */
interface Ambiguity {
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
  /** How far a further line of the node that is being read must be indented. */
  least: number
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
  const { text, end } = cursor
  for (let line = cursor.at + 1; line < end; line = text.indexOf('\n', cursor.at) + 1) {
    cursor.at = line
    const char = skipSpaces(cursor)
    if (char === newline || char === hash) continue
    cursor.line = line
    cursor.indent = isMarker(text, line) ? -1 : cursor.at - line
    return
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

/** True where a line says that a document begins or ends. */
export function isMarker(text: string, at: number): boolean {
  const char = text.charCodeAt(at)
  if (char !== hyphen && char !== dot) return false
  return (
    text.charCodeAt(at + 1) === char && text.charCodeAt(at + 2) === char && isEmpty(text.charCodeAt(at + 3))
  )
}

/** True for the end of a line and for white space. */
export function isEmpty(char: number): boolean {
  return char === space || char === newline || char === tab
}
