import { backslash, doubleQuote, newline, singleQuote, tab } from './chars.ts'
import { type Cursor, giveUp, isMarker, skipSpaces } from './cursor.ts'

/** Reads a quoted scalar, and moves behind it. */
export function readQuoted(cursor: Cursor): string {
  const { text, at: start } = cursor
  const double = text.charCodeAt(start) === doubleQuote
  const end = double ? endOfDouble(cursor) : endOfSingle(cursor)
  if (cursor.gaveUp) return ''
  cursor.at = end + 1
  const raw = text.slice(start + 1, end)
  const body = raw.includes('\n') ? fold(cursor, raw) : raw
  if (!double) return body.replaceAll("''", "'")
  return body.includes('\\') ? unescaped(cursor, body) : body
}

function endOfDouble(cursor: Cursor): number {
  const { text, end } = cursor
  let at = cursor.at + 1
  let char = text.charCodeAt(at)
  while (char !== doubleQuote && at < end) {
    // What is escaped ends neither the scalar nor, to this reader, a line.
    if (char === backslash && text.charCodeAt(at + 1) !== newline) at++
    else if (char === newline) at = lastBreak(cursor, at)
    char = text.charCodeAt(++at)
  }
  return at
}

function endOfSingle(cursor: Cursor): number {
  const { text, end } = cursor
  let at = cursor.at + 1
  let char = text.charCodeAt(at)
  while ((char !== singleQuote || text.charCodeAt(at + 1) === singleQuote) && at < end) {
    if (char === singleQuote) at++
    else if (char === newline) at = lastBreak(cursor, at)
    char = text.charCodeAt(++at)
  }
  return at
}

// Where the spaces end before the next line that is not empty, if that one can belong to the scalar.
function lastBreak(cursor: Cursor, lineBreak: number): number {
  cursor.at = lineBreak
  let char = newline
  while (char === newline) {
    cursor.line = ++cursor.at
    char = skipSpaces(cursor)
  }
  const indent = cursor.at < cursor.end && char !== tab ? cursor.at - cursor.line : -1
  if (indent < cursor.least || isMarker(cursor.text, cursor.line)) giveUp(cursor)
  return cursor.at - 1
}

// One line break is a space, each further one stays; the spaces around them go.
function fold(cursor: Cursor, raw: string): string {
  const lines = raw.split('\n')
  let value = ''
  let breaks = 0
  lines.forEach((line, index) => {
    const last = index === lines.length - 1
    const rest = line.slice(index === 0 ? 0 : whiteStart(line), last ? line.length : whiteEnd(line))
    // A backslash holds on to the white space behind it.
    if (!last && rest.endsWith('\\')) giveUp(cursor)
    if (rest !== '' || last || index === 0) {
      value += (breaks === 1 ? ' ' : '\n'.repeat(Math.max(0, breaks - 1))) + rest
      breaks = 0
    }
    breaks++
  })
  return value
}

function whiteStart(line: string): number {
  let at = 0
  while (line.charAt(at) === ' ' || line.charAt(at) === '\t') at++
  return at
}

function whiteEnd(line: string): number {
  let at = line.length
  while (line.charAt(at - 1) === ' ' || line.charAt(at - 1) === '\t') at--
  return at
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['e', '\x1b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['N', '\u0085'],
  ['_', '\u00a0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['\t', '\t'],
])
const codeLengths: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
])
const hexadecimal = /^[0-9a-fA-F]+$/

function unescaped(cursor: Cursor, body: string): string {
  let value = ''
  let from = 0
  for (let at = body.indexOf('\\'); at !== -1; at = body.indexOf('\\', from)) {
    const letter = body.charAt(at + 1)
    const length = codeLengths.get(letter) ?? 0
    const char = escapes.get(letter) ?? codePoint(body.slice(at + 2, at + 2 + length), length)
    if (char === undefined) {
      giveUp(cursor)
      return ''
    }
    value += body.slice(from, at) + char
    from = at + 2 + length
  }
  return value + body.slice(from)
}

function codePoint(digits: string, length: number): string | undefined {
  if (length === 0 || digits.length < length || !hexadecimal.test(digits)) return undefined
  const code = Number.parseInt(digits, 16)
  return code > 0x10ffff ? undefined : String.fromCodePoint(code)
}
