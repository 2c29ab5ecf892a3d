import { didYouMean, type Severity, severities } from '@espalier/model'
import type { Result } from './files/result.ts'

/** Reads `--fail-on NAME`. */
export function readThreshold(name: string): Result<Severity> {
  const value = severities.find(severity => severity === name)
  if (value !== undefined) return { value }
  return { error: `--fail-on ${name}: ${severities.join('|')} is expected${didYouMean(name, severities)}` }
}

/** True for a finding that fails the run. */
export function isReached(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold)
}
