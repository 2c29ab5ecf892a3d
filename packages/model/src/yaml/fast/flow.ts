import {
  brace,
  braceEnd,
  bracket,
  bracketEnd,
  colon,
  comma,
  doubleQuote,
  hash,
  newline,
  singleQuote,
  space,
  tab,
} from './chars.ts'
import { type Cursor, giveUp, skipSpaces, stepInto } from './cursor.ts'
import { type Fields, setField } from './fields.ts'
import { endScalar, plainKey, scalarValue } from './plain.ts'
import { readQuoted } from './quoted.ts'
import { deepest, startsPlain } from './start.ts'

/** Reads a flow collection that ends on its line, and moves behind it. */
export function readFlow(cursor: Cursor): unknown {
  if (++cursor.depth > deepest) giveUp(cursor)
  const list = cursor.text.charCodeAt(cursor.at) === bracket
  cursor.at++
  const value = list ? readItems(cursor) : readFields(cursor)
  cursor.depth--
  return value
}

function readItems(cursor: Cursor): unknown[] {
  const items: unknown[] = []
  while (skipSpaces(cursor) !== bracketEnd) {
    const since = cursor.ambiguous.length
    const item = readValue(cursor)
    if (cursor.ambiguous.length > since) stepInto(cursor, since, items.length)
    items.push(item)
    if (!endItem(cursor, bracketEnd)) return items
  }
  cursor.at++
  return items
}

function readFields(cursor: Cursor): Fields {
  const fields: Fields = {}
  while (skipSpaces(cursor) !== braceEnd) {
    const key = readKey(cursor)
    const since = cursor.ambiguous.length
    const value = readValue(cursor)
    if (cursor.ambiguous.length > since) stepInto(cursor, since, key)
    setField(cursor, fields, key, value)
    if (!endItem(cursor, braceEnd)) return fields
  }
  cursor.at++
  return fields
}

// True if the collection goes on or ends here; anything else is for `yaml` to judge.
function endItem(cursor: Cursor, close: number): boolean {
  const char = skipSpaces(cursor)
  if (char === comma) cursor.at++
  else if (char !== close) {
    giveUp(cursor)
    return false
  }
  return true
}

function readKey(cursor: Cursor): string {
  const char = cursor.text.charCodeAt(cursor.at)
  const key = char === doubleQuote || char === singleQuote ? readQuoted(cursor) : readPlainKey(cursor)
  if (skipSpaces(cursor) === colon) cursor.at++
  else giveUp(cursor)
  skipSpaces(cursor)
  return key
}

function readPlainKey(cursor: Cursor): string {
  scanFlowPlain(cursor)
  return plainKey(cursor)
}

function readValue(cursor: Cursor): unknown {
  const char = cursor.text.charCodeAt(cursor.at)
  if (char === doubleQuote || char === singleQuote) return readQuoted(cursor)
  if (char === bracket || char === brace) return readFlow(cursor)
  scanFlowPlain(cursor)
  return scalarValue(cursor)
}

function scanFlowPlain(cursor: Cursor): void {
  const { text } = cursor
  let at = cursor.at
  if (!startsPlain(text, at) || isFlowIndicator(text.charCodeAt(at + 1))) return giveUp(cursor)
  for (;;) {
    const char = text.charCodeAt(at)
    if (isFlowIndicator(char)) break
    if (char === newline || char === tab) return giveUp(cursor)
    if (char === hash && text.charCodeAt(at - 1) === space) return giveUp(cursor)
    if (char === colon && endsKey(text.charCodeAt(at + 1))) break
    at++
  }
  endScalar(cursor, at)
}

function endsKey(char: number): boolean {
  return char === space || char === newline || char === tab || isFlowIndicator(char)
}

function isFlowIndicator(char: number): boolean {
  return char === comma || char === bracket || char === bracketEnd || char === brace || char === braceEnd
}
