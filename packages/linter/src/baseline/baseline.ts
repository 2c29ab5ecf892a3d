import type { ReportedFinding } from '../report.ts'

/** A finding that was there when a repository began to be linted. */
export interface BaselineEntry {
  readonly fingerprint: string
  /** Its names in further clusters. */
  readonly others?: readonly string[]
  readonly rule: string
  /** Where it was then, from the root of the repository: for people only, like the message. */
  readonly file: string
  readonly message: string
}

/** The findings of a repository that do not count, in the order of their files. */
export type Baseline = readonly BaselineEntry[]

export function baselineOf(findings: readonly ReportedFinding[], nameOf: (file: string) => string): Baseline {
  return findings.map(({ fingerprint, fingerprints, rule, span, message }) => ({
    fingerprint,
    ...(fingerprints.length > 1 && { others: fingerprints.slice(1) }),
    rule,
    file: nameOf(span.file),
    message,
  }))
}
