import { messageOf } from '@espalier/linter'
import { severities } from '@espalier/model'
import { code, escaped } from '../markdown-text.ts'
import type { LintFinding } from './lint-report.ts'

/** Findings as a Markdown list, the worst first. */
export function findingLines(findings: readonly LintFinding[]): readonly string[] {
  const ranked = severities.flatMap(severity => findings.filter(one => one.severity === severity))
  return ranked.flatMap(finding => [
    `- **${finding.severity}** ${place(finding)} ${escaped(messageOf(finding))} ${code(finding.rule)}`,
    ...finding.related.map(other => `  - see ${place(other)} ${escaped(other.message)}`),
    `  - help: ${escaped(finding.remedy)}`,
  ])
}

function place({ file, line, column }: Pick<LintFinding, 'file' | 'line' | 'column'>): string {
  return code(`${file}:${line}:${column}`)
}
