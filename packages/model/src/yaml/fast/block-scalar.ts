import { greater, hyphen, newline, nine, plus, space, zero } from './chars.ts'
import { type Cursor, endLine, giveUp, nextContent } from './cursor.ts'

/** Reads a literal or folded scalar in a collection that is indented this far, and moves to the content behind it. */
export function readBlockScalar(cursor: Cursor, parent: number): string {
  const folded = cursor.text.charCodeAt(cursor.at) === greater
  const { chomping, explicit } = readHeader(cursor)
  const body = cursor.gaveUp ? nothing : readBody(cursor, parent, explicit)
  nextContent(cursor)
  if (body.lines.length === 0) return chomping === plus ? '\n'.repeat(body.before) : ''
  const value = '\n'.repeat(body.before) + (folded ? fold(body.lines) : body.lines.join('\n'))
  if (chomping === hyphen) return value
  return chomping === plus ? value + '\n'.repeat(body.after + 1) : `${value}\n`
}

interface Header {
  readonly chomping: number
  readonly explicit: number
}

function readHeader(cursor: Cursor): Header {
  const { text } = cursor
  let chomping = 0
  let explicit = 0
  let char = text.charCodeAt(++cursor.at)
  while (char !== space && char !== newline) {
    if (chomping === 0 && (char === plus || char === hyphen)) chomping = char
    else if (explicit === 0 && char > zero && char <= nine) explicit = char - zero
    else giveUp(cursor)
    if (cursor.gaveUp) break
    char = text.charCodeAt(++cursor.at)
  }
  endLine(cursor)
  return { chomping, explicit }
}

/** The lines of a block scalar without their indentation, between the empty lines before and after them. */
interface Body {
  readonly before: number
  readonly lines: readonly string[]
  readonly after: number
}

const nothing: Body = { before: 0, lines: [], after: 0 }

// The cursor moves from the end of the header to the end of the last line that belongs to the scalar.
function readBody(cursor: Cursor, parent: number, explicit: number): Body {
  const { before, longest, indent } = emptyLines(cursor)
  if (indent <= parent) return { ...nothing, before }
  const trim = explicit === 0 ? indent : parent + explicit
  // Spaces that an empty line has beyond the indentation are an error in one case and content in the other.
  if (indent < trim || longest > trim) giveUp(cursor)
  const { text, end } = cursor
  const lines: string[] = []
  let filled = 0
  let line = cursor.at + 1
  while (line < end) {
    const start = line + indentation(text, line, trim)
    const missing = start < line + trim
    if (missing && text.charCodeAt(start) !== newline) break
    const eol = missing ? start : text.indexOf('\n', start)
    lines.push(text.slice(start, eol))
    if (!isBlank(text, start, eol)) filled = lines.length
    line = eol + 1
  }
  if (!cursor.gaveUp) cursor.at = line - 1
  const after = lines.length - filled
  if (lines.slice(filled).some(rest => rest !== '')) giveUp(cursor)
  lines.length = filled
  return { before, lines, after }
}

// Moves to the end of the last empty line before the first that is not, and tells how far that one is indented.
function emptyLines(cursor: Cursor): { before: number; longest: number; indent: number } {
  const { text, end } = cursor
  let before = 0
  let longest = 0
  for (let line = cursor.at + 1; line < end; line = cursor.at + 1) {
    const indent = indentation(text, line, end)
    if (text.charCodeAt(line + indent) !== newline) return { before, longest, indent }
    longest = Math.max(longest, indent)
    before++
    cursor.at = line + indent
  }
  return { before, longest, indent: -1 }
}

function indentation(text: string, line: number, most: number): number {
  let indent = 0
  while (indent < most && text.charCodeAt(line + indent) === space) indent++
  return indent
}

function isBlank(text: string, from: number, to: number): boolean {
  let at = from
  while (at < to && text.charCodeAt(at) === space) at++
  return at === to
}

// A line break between two lines of text is a space, but not beside a line that is indented further.
function fold(lines: readonly string[]): string {
  let value = ''
  let separator = ''
  let wasIndented = false
  for (const line of lines) {
    if (line === '') {
      if (separator === '\n') value += '\n'
      else separator = '\n'
      continue
    }
    const indented = line.startsWith(' ') || line.startsWith('\t')
    if (indented) separator = beforeIndented(separator, wasIndented)
    value += separator + line
    separator = indented ? '\n' : ' '
    wasIndented = indented
  }
  return value
}

function beforeIndented(separator: string, wasIndented: boolean): string {
  if (separator === ' ') return '\n'
  return separator === '\n' && !wasIndented ? '\n\n' : separator
}
