import { countSeverities, type Report } from '../report.ts'
import type { Baseline } from './baseline.ts'

interface WithoutBaseline {
  readonly report: Report
  /** Entries that match no finding any more. */
  readonly stale: Baseline
}

/** A report without the findings that a baseline knows; they are only counted. */
export function withoutBaseline(report: Report, baseline: Baseline): WithoutBaseline {
  const known = new Set(baseline.map(({ fingerprint }) => fingerprint))
  const found = new Set(report.findings.map(({ fingerprint }) => fingerprint))
  const findings = report.findings.filter(({ fingerprint }) => !known.has(fingerprint))
  const baselined = report.findings.length - findings.length
  return {
    report: { ...report, findings, summary: { ...report.summary, ...countSeverities(findings), baselined } },
    stale: baseline.filter(({ fingerprint }) => !found.has(fingerprint)),
  }
}
