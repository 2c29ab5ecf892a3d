import { severities } from '@espalier/model'
import { plainStyle } from '@espalier/model/style'
import type { FormatOptions } from '../format.ts'
import type { ReportedFinding } from '../report.ts'
import { messageOf } from '../text/message-of.ts'
import { printable } from '../text/printable.ts'
import { writeFinding } from '../text/write-findings.ts'
import type { Case } from './suite.ts'

/** Findings as tests: those that fail the run have failed, lesser ones are skipped. */
export function casesOf(
  findings: readonly ReportedFinding[],
  { failOn }: Pick<FormatOptions, 'failOn'>,
): readonly Case[] {
  const failing = severities.slice(0, severities.indexOf(failOn) + 1)
  const seen = new Map<string, number>()
  return findings.map(finding => {
    const { rule, severity, message, span } = finding
    // Servers know a test again by class and name, and of equal ones show the first: no line in it, and a number where it takes one.
    const name = printable(`${span.file}: ${message}`)
    const key = `${rule}\0${name}`
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return {
      attributes: {
        name: count === 1 ? name : `${name} (${count})`,
        classname: rule,
        file: span.file,
        line: span.line,
      },
      outcome: {
        kind: failing.includes(severity) ? 'failure' : 'skipped',
        message: printable(messageOf(finding)),
        text: writeFinding(finding, { style: plainStyle, width: 80, frames: false }),
      },
    }
  })
}
