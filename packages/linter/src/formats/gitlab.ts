import type { Severity } from '@espalier/model'
import { atRoot } from '../at-root.ts'
import type { Format } from '../format.ts'
import type { ReportedFinding } from '../report.ts'
import { messageOf } from '../text/message-of.ts'
import { printable } from '../text/printable.ts'

/** GitLab's Code Quality report, of which merge requests show what they add and what they resolve. */
export const gitlab: Format = {
  name: 'gitlab',
  write: (report, options) => `${JSON.stringify(atRoot(report, options).findings.map(issueOf), null, 2)}\n`,
}

const words: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', info: 'info' }

function issueOf(finding: ReportedFinding): object {
  const { rule, severity, remedy, span, fingerprint } = finding
  return {
    // GitLab shows this and the place, and nothing else.
    description: `${printable(messageOf(finding)).replace(/[^.?!]$/, '$&.')} ${remedy}`,
    check_name: rule,
    fingerprint,
    severity: words[severity],
    location: { path: span.file, lines: { begin: span.line, end: span.endLine } },
  }
}
