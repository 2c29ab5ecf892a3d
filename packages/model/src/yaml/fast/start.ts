import {
  ampersand,
  asterisk,
  at as atSign,
  backtick,
  brace,
  braceEnd,
  bracket,
  bracketEnd,
  colon,
  comma,
  doubleQuote,
  exclamation,
  greater,
  hash,
  hyphen,
  newline,
  percent,
  pipe,
  question,
  singleQuote,
  tab,
} from './chars.ts'
import { isEmpty } from './cursor.ts'

/** Collections within collections, far below where `yaml` is refused for its recursion. */
export const deepest = 200

const indicators: ReadonlySet<number> = new Set([
  tab,
  newline,
  exclamation,
  doubleQuote,
  hash,
  percent,
  ampersand,
  singleQuote,
  asterisk,
  comma,
  colon,
  greater,
  question,
  atSign,
  bracket,
  bracketEnd,
  backtick,
  brace,
  pipe,
  braceEnd,
])
const starts: readonly boolean[] = Array.from({ length: 128 }, (_, char) => !indicators.has(char))

/** True where a plain scalar begins; `:` and `?` could begin one too, but are rare enough for `yaml`. */
export function startsPlain(text: string, at: number): boolean {
  const char = text.charCodeAt(at)
  if (char === hyphen) return !isItem(text, at)
  return starts[char] ?? char >= 128
}

/** True at the dash of a list item. */
export function isItem(text: string, at: number): boolean {
  return text.charCodeAt(at) === hyphen && isEmpty(text.charCodeAt(at + 1))
}
