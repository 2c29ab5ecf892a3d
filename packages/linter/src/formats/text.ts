import type { Severity } from '@espalier/model'
import type { Format } from '../format.ts'
import type { Report } from '../report.ts'
import { count } from '../text/count.ts'
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

const words: readonly [Severity, string, string][] = [
  ['error', 'error', 'errors'],
  ['warning', 'warning', 'warnings'],
  ['info', 'info', 'infos'],
]

function tallyOf({ summary }: Report): string {
  const some = words.filter(([severity]) => summary[severity] > 0)
  return some.map(([severity, one, more]) => count(summary[severity], one, more)).join(', ') || 'no findings'
}

function scopeOf({ summary }: Report): string {
  const { manifests, clusters, files, unresolved } = summary
  const owners = clusters > 0 ? count(clusters, 'cluster') : count(files, 'file')
  const open =
    unresolved > 0 ? `; ${count(unresolved, 'reference')} unresolved (--show-unresolved lists them)` : ''
  return `${count(manifests, 'manifest')} of ${owners}${open}`
}
