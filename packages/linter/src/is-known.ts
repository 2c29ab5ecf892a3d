import type { ReportedFinding } from './report.ts'

/** True for a finding that one of the names says; one cluster that had it before is enough. */
export function isKnown({ fingerprints }: ReportedFinding, names: ReadonlySet<string>): boolean {
  return fingerprints.some(one => names.has(one))
}
