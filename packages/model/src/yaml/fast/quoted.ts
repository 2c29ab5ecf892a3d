import { backslash, doubleQuote, newline, singleQuote } from './chars.ts'
import { type Cursor, giveUp } from './cursor.ts'

/** Reads a quoted scalar that ends on its line, and moves behind it. */
export function readQuoted(cursor: Cursor): string {
  return cursor.text.charCodeAt(cursor.at) === doubleQuote ? readDouble(cursor) : readSingle(cursor)
}

function readSingle(cursor: Cursor): string {
  const { text } = cursor
  const start = cursor.at + 1
  let at = start
  let doubled = false
  for (;;) {
    const char = text.charCodeAt(at)
    if (char === newline) return lineBreak(cursor)
    if (char === singleQuote) {
      if (text.charCodeAt(at + 1) !== singleQuote) break
      doubled = true
      at++
    }
    at++
  }
  cursor.at = at + 1
  const body = text.slice(start, at)
  return doubled ? body.replaceAll("''", "'") : body
}

function readDouble(cursor: Cursor): string {
  const { text } = cursor
  const start = cursor.at + 1
  let at = start
  let escaped = false
  for (;;) {
    const char = text.charCodeAt(at)
    if (char === doubleQuote) break
    if (char === newline) return lineBreak(cursor)
    if (char === backslash) {
      escaped = true
      at++
      if (text.charCodeAt(at) === newline) return lineBreak(cursor)
    }
    at++
  }
  cursor.at = at + 1
  const body = text.slice(start, at)
  return escaped ? unescaped(cursor, body) : body
}

function lineBreak(cursor: Cursor): string {
  giveUp(cursor)
  return ''
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
    if (char === undefined) return lineBreak(cursor)
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
