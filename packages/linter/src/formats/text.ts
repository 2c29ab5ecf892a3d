import type { Format } from '../format.ts'
import { summaryOf } from '../text/tally.ts'
import { writeFinding } from '../text/write-findings.ts'

/** For people: what is wrong and where, the other end, what to do; then the tally. */
export const text: Format = {
  name: 'text',
  write(report, options) {
    const findings = report.findings.map(finding => writeFinding(finding, options))
    const tally = `${summaryOf(report, options)}\n`
    return options.frames ? [...findings, tally].join('\n') : [...findings, tally].join('')
  },
}
