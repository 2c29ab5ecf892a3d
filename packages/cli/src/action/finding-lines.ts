import { severities } from '@espalier/model'
import { codeSpan } from './code-span.ts'
import { inert } from './inert.ts'
import type { LintFinding } from './lint-report.ts'

/** Findings as a Markdown list, the worst first. */
export function findingLines(findings: readonly LintFinding[]): readonly string[] {
  const ranked = severities.flatMap(severity => findings.filter(one => one.severity === severity))
  return ranked.flatMap(finding => [
    `- **${finding.severity}** ${place(finding)} ${inert(finding.message)} ${codeSpan(finding.rule)}`,
    ...finding.related.map(other => `  - see ${place(other)} ${inert(other.message)}`),
    `  - help: ${inert(finding.remedy)}`,
  ])
}

function place({ file, line, column }: Pick<LintFinding, 'file' | 'line' | 'column'>): string {
  return codeSpan(`${file}:${line}:${column}`)
}
