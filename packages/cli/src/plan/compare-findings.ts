import type { ReportedFinding } from '@espalier/linter'
import type { PlanReport } from './plan-report.ts'

/** Findings told apart by their fingerprints, which no moved line changes. */
export function compareFindings(
  before: readonly ReportedFinding[],
  after: readonly ReportedFinding[],
): PlanReport['findings'] {
  const old = new Set(before.map(({ fingerprint }) => fingerprint))
  const now = new Set(after.map(({ fingerprint }) => fingerprint))
  const fresh = after.filter(({ fingerprint }) => !old.has(fingerprint))
  return {
    new: fresh,
    fixed: before.filter(({ fingerprint }) => !now.has(fingerprint)),
    unchanged: after.length - fresh.length,
  }
}
