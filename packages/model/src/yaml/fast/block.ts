import { readBlockScalar } from './block-scalar.ts'
import { brace, bracket, colon, doubleQuote, greater, hash, newline, pipe, singleQuote } from './chars.ts'
import { type Cursor, giveUp, isEmpty, nextLine, skipSpaces, stepInto } from './cursor.ts'
import { type Fields, setField } from './fields.ts'
import { readFlow } from './flow.ts'
import { plainKey, readPlainLines, scanPlain } from './plain.ts'
import { readQuoted } from './quoted.ts'
import { deepest, isItem, startsPlain } from './start.ts'

/** Reads the node that begins at the cursor and in this column of its line, and moves to the content behind it. */
export function readNode(cursor: Cursor, column: number, above: number = cursor.at): unknown {
  const { text, at: start, line } = cursor
  const char = text.charCodeAt(start)
  if (isItem(text, start)) return readSequence(cursor, column)
  if (char === bracket || char === brace) return readFlowLines(cursor)
  if (char === doubleQuote || char === singleQuote) {
    const quoted = readQuoted(cursor)
    if (cursor.line === line && atColon(cursor, start)) return readMapping(cursor, column, quoted)
    nextLine(cursor)
    return quoted
  }
  scanScalar(cursor)
  if (atColon(cursor, start)) return readMapping(cursor, column, plainKey(cursor))
  // For `yaml`, a scalar below a comment goes on as far as the comment is indented less.
  if (text.slice(above, start).includes('#')) giveUp(cursor)
  return readPlainLines(cursor)
}

function readMapping(cursor: Cursor, indent: number, first: string): Fields {
  if (++cursor.depth > deepest) giveUp(cursor)
  const fields: Fields = {}
  let key = first
  for (;;) {
    cursor.at++
    cursor.least = indent + 1
    const since = cursor.ambiguous.length
    const value = readField(cursor, indent)
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
  const { text, at: start, line } = cursor
  const char = text.charCodeAt(start)
  const quoted = char === doubleQuote || char === singleQuote ? readQuoted(cursor) : undefined
  if (quoted === undefined) scanScalar(cursor)
  if (cursor.line !== line || !atColon(cursor, start)) giveUp(cursor)
  return quoted ?? plainKey(cursor)
}

// An implicit key and its colon may be no more than 1024 characters apart; a longer one is for `yaml` to refuse.
function atColon(cursor: Cursor, start: number): boolean {
  if (skipSpaces(cursor) !== colon) return false
  if (!isEmpty(cursor.text.charCodeAt(cursor.at + 1)) || cursor.at - start > 1000) giveUp(cursor)
  return !cursor.gaveUp
}

function readField(cursor: Cursor, indent: number): unknown {
  const char = skipSpaces(cursor)
  if (char === newline || char === hash) {
    const above = cursor.at
    nextLine(cursor)
    if (cursor.indent > indent) return readNode(cursor, cursor.indent, above)
    // A list may stand below its key without indentation.
    return cursor.indent === indent && isItem(cursor.text, cursor.at) ? readSequence(cursor, indent) : null
  }
  if (char === doubleQuote || char === singleQuote) {
    const quoted = readQuoted(cursor)
    nextLine(cursor)
    return quoted
  }
  if (char === bracket || char === brace) return readFlowLines(cursor)
  if (char === pipe || char === greater) return readBlockScalar(cursor, indent)
  scanScalar(cursor)
  return readPlainLines(cursor)
}

function readSequence(cursor: Cursor, indent: number): unknown[] {
  if (++cursor.depth > deepest) giveUp(cursor)
  const items: unknown[] = []
  do {
    cursor.at++
    cursor.least = indent + 1
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
    const above = cursor.at
    nextLine(cursor)
    return cursor.indent > indent ? readNode(cursor, cursor.indent, above) : null
  }
  if (char === pipe || char === greater) return readBlockScalar(cursor, indent)
  return readNode(cursor, cursor.at - cursor.line)
}

function scanScalar(cursor: Cursor): void {
  if (startsPlain(cursor.text, cursor.at)) scanPlain(cursor)
  else giveUp(cursor)
}

function readFlowLines(cursor: Cursor): unknown {
  const value = readFlow(cursor)
  nextLine(cursor)
  return value
}
