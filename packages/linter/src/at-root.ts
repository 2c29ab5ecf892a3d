import { findingAtRoot } from './finding-at-root.ts'
import type { FormatOptions } from './format.ts'
import type { Report } from './report.ts'

/** The report with its files named as CI systems know them: from the root of the repository, wherever the command ran. */
export function atRoot(report: Report, { folder }: Pick<FormatOptions, 'folder'>): Report {
  return {
    ...report,
    findings: report.findings.map(one => findingAtRoot(one, folder)),
    suppressed: report.suppressed.map(one => findingAtRoot(one, folder)),
  }
}
