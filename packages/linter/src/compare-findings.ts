import { isKnown } from './is-known.ts'
import type { ReportedFinding } from './report.ts'

export interface FindingChanges {
  /** Findings that only the second side has. */
  readonly new: readonly ReportedFinding[]
  /** Findings that only the first side has. */
  readonly fixed: readonly ReportedFinding[]
  /** How many both have. */
  readonly unchanged: number
}

/** Findings of two sides told apart by their fingerprints, which no moved line changes. */
export function compareFindings(
  before: readonly ReportedFinding[],
  after: readonly ReportedFinding[],
): FindingChanges {
  const old = new Set(before.flatMap(({ fingerprints }) => fingerprints))
  const now = new Set(after.flatMap(({ fingerprints }) => fingerprints))
  const fresh = after.filter(finding => !isKnown(finding, old))
  return {
    new: fresh,
    fixed: before.filter(finding => !isKnown(finding, now)),
    unchanged: after.length - fresh.length,
  }
}
