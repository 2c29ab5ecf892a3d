import { didYouMean } from '@espalier/model'
import type { Result } from '../files/result.ts'

/** The one of some words that a flag names. */
export function choose<T extends string>(flag: string, given: string, known: readonly T[]): Result<T> {
  const value = known.find(one => one === given)
  if (value !== undefined) return { value }
  return { error: `--${flag} ${given}: ${known.join('|')} is expected${didYouMean(given, known)}` }
}
