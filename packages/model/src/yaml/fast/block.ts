import { readBlockScalar } from './block-scalar.ts'
import {
  brace,
  bracket,
  colon,
  doubleQuote,
  greater,
  hash,
  newline,
  pipe,
  singleQuote,
  space,
} from './chars.ts'
import { type Cursor, giveUp, nextLine, skipSpaces, stepInto } from './cursor.ts'
import { type Fields, setField } from './fields.ts'
import { readFlow } from './flow.ts'
import { plainKey, scalarValue, scanPlain } from './plain.ts'
import { readQuoted } from './quoted.ts'
import { deepest, isItem, startsPlain } from './start.ts'

/** Reads the node that begins at the cursor and in this column of its line, and moves to the content behind it. */
export function readNode(cursor: Cursor, column: number): unknown {
  const { text } = cursor
  const char = text.charCodeAt(cursor.at)
  if (isItem(text, cursor.at)) return readSequence(cursor, column)
  if (char === bracket || char === brace) return readFlowLine(cursor)
  const start = cursor.at
  if (char === doubleQuote || char === singleQuote) {
    const quoted = readQuoted(cursor)
    if (atColon(cursor, start)) return readMapping(cursor, column, quoted)
    nextLine(cursor)
    return quoted
  }
  if (!startsPlain(text, start)) giveUp(cursor)
  else scanPlain(cursor)
  if (atColon(cursor, start)) return readMapping(cursor, column, plainKey(cursor))
  return readPlainLine(cursor)
}

function readMapping(cursor: Cursor, indent: number, first: string): Fields {
  if (++cursor.depth > deepest) giveUp(cursor)
  const fields: Fields = {}
  let key = first
  for (;;) {
    cursor.at++
    const since = cursor.ambiguous.length
    const value = readFieldValue(cursor, indent)
    if (cursor.ambiguous.length > since) stepInto(cursor, since, key)
    setField(cursor, fields, key, value)
    if (cursor.indent !== indent) break
    key = readKey(cursor)
  }
  if (cursor.indent > indent) giveUp(cursor)
  cursor.depth--
  return fields
}

function readKey(cursor: Cursor): string {
  const { text } = cursor
  const start = cursor.at
  const char = text.charCodeAt(start)
  if (char === doubleQuote || char === singleQuote) {
    const quoted = readQuoted(cursor)
    if (!atColon(cursor, start)) giveUp(cursor)
    return quoted
  }
  if (!startsPlain(text, start)) giveUp(cursor)
  else scanPlain(cursor)
  if (!atColon(cursor, start)) giveUp(cursor)
  return plainKey(cursor)
}

// An implicit key and its colon may be no more than 1024 characters apart; a longer one is for `yaml` to refuse.
function atColon(cursor: Cursor, start: number): boolean {
  if (skipSpaces(cursor) !== colon) return false
  const next = cursor.text.charCodeAt(cursor.at + 1)
  if ((next !== space && next !== newline) || cursor.at - start > 1000) giveUp(cursor)
  return !cursor.gaveUp
}

function readFieldValue(cursor: Cursor, indent: number): unknown {
  const char = skipSpaces(cursor)
  if (char === newline || char === hash) {
    nextLine(cursor)
    if (cursor.indent > indent) return readNode(cursor, cursor.indent)
    // A list may stand below its key without indentation.
    return cursor.indent === indent && isItem(cursor.text, cursor.at) ? readSequence(cursor, indent) : null
  }
  if (char === doubleQuote || char === singleQuote) {
    const quoted = readQuoted(cursor)
    nextLine(cursor)
    return quoted
  }
  if (char === bracket || char === brace) return readFlowLine(cursor)
  if (char === pipe || char === greater) return readBlockScalar(cursor, indent)
  if (!startsPlain(cursor.text, cursor.at)) giveUp(cursor)
  else scanPlain(cursor)
  return readPlainLine(cursor)
}

function readSequence(cursor: Cursor, indent: number): unknown[] {
  if (++cursor.depth > deepest) giveUp(cursor)
  const items: unknown[] = []
  do {
    cursor.at++
    const since = cursor.ambiguous.length
    const item = readItem(cursor, indent)
    if (cursor.ambiguous.length > since) stepInto(cursor, since, items.length)
    items.push(item)
  } while (cursor.indent === indent && isItem(cursor.text, cursor.at))
  if (cursor.indent > indent) giveUp(cursor)
  cursor.depth--
  return items
}

function readItem(cursor: Cursor, indent: number): unknown {
  const char = skipSpaces(cursor)
  if (char === newline || char === hash) {
    nextLine(cursor)
    return cursor.indent > indent ? readNode(cursor, cursor.indent) : null
  }
  if (char === pipe || char === greater) return readBlockScalar(cursor, indent)
  return readNode(cursor, cursor.at - cursor.line)
}

function readFlowLine(cursor: Cursor): unknown {
  const value = readFlow(cursor)
  nextLine(cursor)
  return value
}

function readPlainLine(cursor: Cursor): unknown {
  const value = scalarValue(cursor)
  nextLine(cursor)
  return value
}
