import type { Problem } from '../finding.ts'
import { fieldOf } from '../schema-words.ts'
import { type Place, within } from '../source.ts'

/** What YAML can say and JSON cannot, or not exactly, anywhere in a value: no manifest could hold it. */
export function plainDataProblems(value: unknown, at: Place): readonly Problem[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => plainDataProblems(item, within(at, index)))
  if (isMapping(value))
    return Object.entries(value).flatMap(([key, item]) => plainDataProblems(item, within(at, key)))
  const odd = oddity(value)
  return odd === undefined ? [] : [{ check: 'wrong-value', message: `${fieldOf(at)} is ${odd}`, at }]
}

function isMapping(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function oddity(value: unknown): string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined
  if (typeof value !== 'number')
    return 'made by a tag of YAML, but must be plain data: leave the tag out, and write the text in quotes'
  if (!Number.isFinite(value)) return `${value}, but must be a finite number`
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return undefined
  return 'a whole number beyond 2^53, of which digits would be lost; write it in quotes if text will do'
}
