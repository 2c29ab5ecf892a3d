import { severities } from '@espalier/model'
import type { ReportedFinding } from './report.ts'

/** The worst first, and else in the same order: for readers that stop early. */
export function bySeverity<F extends ReportedFinding>(findings: readonly F[]): readonly F[] {
  return severities.flatMap(severity => findings.filter(finding => finding.severity === severity))
}
