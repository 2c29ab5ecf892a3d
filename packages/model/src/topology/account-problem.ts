import type { ErrorObject } from 'ajv'
import type { Problem } from '../finding.ts'
import { type AsWritten, placeOfError } from '../schema-problems.ts'
import { fieldOf } from '../schema-words.ts'
import type { Place } from '../source.ts'

const digits = 12

/** What became of an account id that is not in quotes; nothing for any other error. */
export function accountProblem(
  error: ErrorObject,
  value: unknown,
  root: Place,
  written: AsWritten,
): Problem | undefined {
  const { keyword, data, instancePath } = error
  if (keyword !== 'type' || typeof data !== 'number' || !instancePath.endsWith('/aws/account'))
    return undefined
  const at = placeOfError(error, value, root)
  const text = written(at) ?? String(data)
  if (!/^\d+$/.test(text) || text.length > digits) return undefined
  const lost = text.startsWith('0') || text.length < digits ? ' and loses leading zeros' : ''
  const message = `${fieldOf(at)} ${text} is read as a number${lost}; an account id is text of ${digits} digits: write "${text.padStart(digits, '0')}" in quotes`
  return { check: 'lost-leading-zero', message, at }
}
