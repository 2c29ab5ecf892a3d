import { readsDifferently } from '../ambiguous.ts'
import { colon, hash, hyphen, newline, nine, plus, space, tab, zero } from './chars.ts'
import { plainValue } from './core-schema.ts'
import { type Cursor, giveUp, isEmpty, nextLine } from './cursor.ts'

/** Moves to the end of a plain scalar in a block: a colon, a comment, a tab or the end of the line. */
export function scanPlain(cursor: Cursor): void {
  const { text } = cursor
  let at = cursor.at
  let char = text.charCodeAt(at)
  while (char > colon || !endsPlain(text, at, char)) char = text.charCodeAt(++at)
  endScalar(cursor, at)
}

function endsPlain(text: string, at: number, char: number): boolean {
  if (char === newline || char === tab) return true
  if (char === hash) return text.charCodeAt(at - 1) === space
  return char === colon && isEmpty(text.charCodeAt(at + 1))
}

/** Marks the plain scalar from the cursor to here, without the spaces at its end, and moves here. */
export function endScalar(cursor: Cursor, here: number): void {
  const { text } = cursor
  let to = here
  while (text.charCodeAt(to - 1) === space) to--
  cursor.from = cursor.at
  cursor.to = to
  cursor.at = here
}

/** The value of the plain scalar read last and of the lines that go on with it; moves to the content behind them. */
export function readPlainLines(cursor: Cursor): unknown {
  const { text, from, to } = cursor
  nextLine(cursor)
  const first = text.slice(from, to)
  return scalarValue(cursor, cursor.indent < cursor.least ? first : readFurther(cursor, first, to))
}

// One line break is a space, each further one stays.
function readFurther(cursor: Cursor, first: string, end: number): string {
  let value = first
  let last = end
  while (cursor.indent >= cursor.least) {
    const between = cursor.text.slice(last, cursor.at)
    // Nothing goes on behind a comment.
    if (between.includes('#')) giveUp(cursor)
    else scanPlain(cursor)
    const breaks = between.split('\n').length - 1
    value += (breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)) + cursor.text.slice(cursor.from, cursor.to)
    last = cursor.to
    nextLine(cursor)
  }
  return value
}

/** The value of the plain scalar that was read last and had but one line. */
export function lineValue(cursor: Cursor): unknown {
  return scalarValue(cursor, cursor.text.slice(cursor.from, cursor.to))
}

// Notes a scalar where YAML 1.1 gives it another value.
function scalarValue(cursor: Cursor, text: string): unknown {
  if (mayReadDifferently(text) && readsDifferently(text)) cursor.ambiguous.push({ text, steps: [] })
  return plainValue(text)
}

/** The plain scalar read last as the name of a field; YAML's null and merge keys are left to `yaml`. */
export function plainKey(cursor: Cursor): string {
  const text = cursor.text.slice(cursor.from, cursor.to)
  const value = plainValue(text)
  if (value === null || text === '<<') giveUp(cursor)
  return typeof value === 'string' ? value : String(value)
}

// Says no to nearly everything that readsDifferently() says no to, without a regular expression.
function mayReadDifferently(text: string): boolean {
  let at = 0
  let char = text.charCodeAt(0)
  if (char > nine) return text.length <= 3
  if (char === plus || char === hyphen) char = text.charCodeAt(++at)
  if (char === zero) return text.length > at + 1
  const digits = at
  while (char >= zero && char <= nine) char = text.charCodeAt(++at)
  return at > digits && (char === colon || char === hyphen || char === underscore)
}

const underscore = 95
