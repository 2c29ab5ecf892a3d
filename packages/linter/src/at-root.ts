import type { Span } from '@espalier/model'
import type { FormatOptions } from './format.ts'
import { fromRoot } from './from-root.ts'
import type { Report, ReportedFinding } from './report.ts'

/** The report with its files named as CI systems know them: from the root of the repository, wherever the command ran. */
export function atRoot(report: Report, { folder }: Pick<FormatOptions, 'folder'>): Report {
  const spanOf = (span: Span): Span => ({ ...span, file: fromRoot(span.file, folder) })
  const findingOf = <F extends ReportedFinding>(finding: F): F => ({
    ...finding,
    span: spanOf(finding.span),
    related: finding.related.map(other => ({ ...other, span: spanOf(other.span) })),
  })
  return {
    ...report,
    findings: report.findings.map(findingOf),
    suppressed: report.suppressed.map(findingOf),
  }
}
