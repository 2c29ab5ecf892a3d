import { readsDifferently } from '../ambiguous.ts'
import { colon, hash, hyphen, newline, nine, plus, space, tab, zero } from './chars.ts'
import { plainValue } from './core-schema.ts'
import { type Cursor, giveUp } from './cursor.ts'

/** Moves to the end of a plain scalar in a block: the colon of a key, the space before a comment, or the end of the line. */
export function scanPlain(cursor: Cursor): void {
  const { text } = cursor
  let at = cursor.at
  for (;;) {
    const char = text.charCodeAt(at)
    if (char === newline) break
    if (char === colon) {
      const next = text.charCodeAt(at + 1)
      if (next === space || next === newline) break
      if (next === tab) return giveUp(cursor)
    } else if (char === hash) {
      if (text.charCodeAt(at - 1) === space) break
    } else if (char === tab) return giveUp(cursor)
    at++
  }
  endScalar(cursor, at)
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

/** The value of the plain scalar read last, noted where YAML 1.1 gives it another one. */
export function scalarValue(cursor: Cursor): unknown {
  const text = cursor.text.slice(cursor.from, cursor.to)
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
