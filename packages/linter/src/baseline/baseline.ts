import type { ReportedFinding } from '../report.ts'

/** A finding that was there when a repository began to be linted. */
export interface BaselineEntry {
  readonly fingerprint: string
  readonly rule: string
  /** Where it was then, from the root of the repository: for people only, like the message. */
  readonly file: string
  readonly message: string
}

/** The findings of a repository that do not count, in the order of their files. */
export type Baseline = readonly BaselineEntry[]

export function baselineOf(findings: readonly ReportedFinding[], nameOf: (file: string) => string): Baseline {
  return findings.map(({ fingerprint, rule, span, message }) => ({
    fingerprint,
    rule,
    file: nameOf(span.file),
    message,
  }))
}
