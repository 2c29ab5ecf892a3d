import { isKnown } from '../is-known.ts'
import { countSeverities, type Report } from '../report.ts'
import type { Baseline, BaselineEntry } from './baseline.ts'

interface WithoutBaseline {
  readonly report: Report
  /** Entries that match no finding any more. */
  readonly stale: Baseline
}

/** A report without the findings that a baseline knows; they are only counted. */
export function withoutBaseline(report: Report, baseline: Baseline): WithoutBaseline {
  const known = new Set(baseline.flatMap(namesOf))
  const found = new Set(report.findings.flatMap(({ fingerprints }) => fingerprints))
  const findings = report.findings.filter(finding => !isKnown(finding, known))
  const baselined = report.findings.length - findings.length
  return {
    report: { ...report, findings, summary: { ...report.summary, ...countSeverities(findings), baselined } },
    stale: baseline.filter(entry => !namesOf(entry).some(name => found.has(name))),
  }
}

function namesOf({ fingerprint, others = [] }: BaselineEntry): readonly string[] {
  return [fingerprint, ...others]
}
