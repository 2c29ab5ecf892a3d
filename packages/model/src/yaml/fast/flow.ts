import {
  brace,
  braceEnd,
  bracket,
  bracketEnd,
  colon,
  comma,
  doubleQuote,
  hash,
  hyphen,
  newline,
  singleQuote,
  space,
  tab,
} from './chars.ts'
import { type Cursor, giveUp, isEmpty, nextLine, skipSpaces, stepInto } from './cursor.ts'
import { type Fields, setField } from './fields.ts'
import { endScalar, lineValue, plainKey } from './plain.ts'
import { readQuoted } from './quoted.ts'
import { deepest, startsPlain } from './start.ts'

/** Reads a flow collection, and moves behind it. */
export function readFlow(cursor: Cursor): unknown {
  return readCollection(cursor, 1)
}

function readCollection(cursor: Cursor, level: number): unknown {
  if (cursor.depth + level > deepest) giveUp(cursor)
  const list = cursor.text.charCodeAt(cursor.at) === bracket
  cursor.at++
  return list ? readItems(cursor, level) : readFields(cursor, level)
}

function readItems(cursor: Cursor, level: number): unknown[] {
  const items: unknown[] = []
  while (skipBreaks(cursor, level) !== bracketEnd) {
    const since = cursor.ambiguous.length
    const item = readValue(cursor, level)
    if (cursor.ambiguous.length > since) stepInto(cursor, since, items.length)
    items.push(item)
    if (!endItem(cursor, level, bracketEnd)) return items
  }
  cursor.at++
  return items
}

function readFields(cursor: Cursor, level: number): Fields {
  const fields: Fields = {}
  while (skipBreaks(cursor, level) !== braceEnd) {
    const key = readKey(cursor)
    skipBreaks(cursor, level)
    const since = cursor.ambiguous.length
    const value = readValue(cursor, level)
    if (cursor.ambiguous.length > since) stepInto(cursor, since, key)
    setField(cursor, fields, key, value)
    if (!endItem(cursor, level, braceEnd)) return fields
  }
  cursor.at++
  return fields
}

// True if the collection goes on or ends here; anything else is for `yaml` to judge.
function endItem(cursor: Cursor, level: number, close: number): boolean {
  const char = skipBreaks(cursor, level)
  if (char === comma) cursor.at++
  else if (char !== close) {
    giveUp(cursor)
    return false
  }
  return true
}

// Moves over spaces, comments and line breaks; the outermost collection may end below the key that holds it.
function skipBreaks(cursor: Cursor, level: number): number {
  const { text } = cursor
  let char = skipSpaces(cursor)
  if (char === newline || char === hash) {
    const from = cursor.at
    nextLine(cursor)
    char = text.charCodeAt(cursor.at)
    const ends = level === 1 && (char === bracketEnd || char === braceEnd)
    if (cursor.indent < cursor.least - (ends ? 1 : 0)) giveUp(cursor)
    // `yaml` refuses some comments without a space before them, though they begin a line.
    if (text.slice(from, cursor.at).includes('\n#')) giveUp(cursor)
  }
  return char
}

function readKey(cursor: Cursor): string {
  const { text, line } = cursor
  const char = text.charCodeAt(cursor.at)
  const key = char === doubleQuote || char === singleQuote ? readQuoted(cursor) : readPlainKey(cursor)
  if (skipSpaces(cursor) === colon && cursor.line === line) cursor.at++
  else giveUp(cursor)
  return key
}

function readPlainKey(cursor: Cursor): string {
  scanFlowPlain(cursor)
  return plainKey(cursor)
}

function readValue(cursor: Cursor, level: number): unknown {
  const char = cursor.text.charCodeAt(cursor.at)
  if (char === doubleQuote || char === singleQuote) return readQuoted(cursor)
  if (char === bracket || char === brace) return readCollection(cursor, level + 1)
  scanFlowPlain(cursor)
  return lineValue(cursor)
}

// Stops at what ends a plain scalar here, and at what only `yaml` can judge.
function scanFlowPlain(cursor: Cursor): void {
  const { text } = cursor
  let at = cursor.at
  const first = text.charCodeAt(at)
  if (!startsPlain(text, at) || (first === hyphen && isFlowIndicator(text.charCodeAt(at + 1)))) giveUp(cursor)
  else {
    while (!endsFlowPlain(text, at)) at++
    endScalar(cursor, at)
  }
}

function endsFlowPlain(text: string, at: number): boolean {
  const char = text.charCodeAt(at)
  if (char === newline || char === tab || isFlowIndicator(char)) return true
  if (char === hash) return text.charCodeAt(at - 1) === space
  if (char !== colon) return false
  const next = text.charCodeAt(at + 1)
  return isEmpty(next) || isFlowIndicator(next)
}

function isFlowIndicator(char: number): boolean {
  return char === comma || char === bracket || char === bracketEnd || char === brace || char === braceEnd
}
