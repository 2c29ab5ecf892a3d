import { compareFindings } from './compare-findings.ts'
import { countSeverities, type Report } from './report.ts'

/** A report with what was introduced since an earlier one; what was there before only counts. */
export function sinceReport(now: Report, before: Pick<Report, 'findings'>, ref: string): Report {
  const { new: findings, fixed, unchanged } = compareFindings(before.findings, now.findings)
  return {
    ...now,
    findings,
    summary: { ...now.summary, ...countSeverities(findings) },
    since: { ref, fixed, unchanged },
  }
}
