import type { Format } from '../format.ts'
import { scopeOf, tallyOf } from '../text/tally.ts'
import { writeFinding } from '../text/write-findings.ts'

/** For people: what is wrong and where, the other end, what to do; then the tally. */
export const text: Format = {
  name: 'text',
  write(report, options) {
    const findings = report.findings.map(finding => writeFinding(finding, options))
    const { bold } = options.style
    const tally = `${bold(tallyOf(report))} in ${scopeOf(report)}\n`
    return options.frames ? [...findings, tally].join('\n') : [...findings, tally].join('')
  },
}
