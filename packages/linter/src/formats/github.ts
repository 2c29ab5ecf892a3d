import type { Severity } from '@espalier/model'
import { plainStyle } from '@espalier/model/style'
import { atRoot } from '../at-root.ts'
import { bySeverity } from '../by-severity.ts'
import type { Format } from '../format.ts'
import type { ReportedFinding } from '../report.ts'
import { messageOf } from '../text/message-of.ts'
import { printable } from '../text/printable.ts'
import { summaryOf } from '../text/tally.ts'

/** Workflow commands, which GitHub turns into annotations of the lines; the worst first, because of a step it shows only ten. */
export const github: Format = {
  name: 'github',
  write(report, options) {
    const { findings } = atRoot(report, options)
    const lines = [
      ...bySeverity(findings).map(commandOf),
      summaryOf(report, { ...options, style: plainStyle, frames: false }),
    ]
    return lines.map(line => `${line}\n`).join('')
  },
}

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

function commandOf(finding: ReportedFinding): string {
  const { severity, rule, remedy, related, span } = finding
  const { file, line, column, endLine, endColumn } = span
  const properties = Object.entries({ file, line, endLine, col: column, endColumn, title: rule })
  const others = related.map(
    other => `see: ${other.span.file}:${other.span.line}:${other.span.column}: ${other.message}`,
  )
  const text = [messageOf(finding), ...others, `help: ${remedy}`].join('\n')
  return `::${commands[severity]} ${properties.map(([key, value]) => `${key}=${property(value)}`).join(',')}::${data(text)}`
}

// What the runner undoes; the escaped line breaks keep a finding one command, whatever its manifest says.
function data(text: string): string {
  return printable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'))
}

function property(value: string | number): string {
  return data(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
