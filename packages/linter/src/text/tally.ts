import type { Severity } from '@espalier/model'
import type { FormatOptions } from '../format.ts'
import type { Report, Since } from '../report.ts'
import { count } from './count.ts'
import { printable } from './printable.ts'
import { wrap } from './wrap.ts'

const words: readonly [Severity, string, string][] = [
  ['error', 'error', 'errors'],
  ['warning', 'warning', 'warnings'],
  ['info', 'info', 'infos'],
]

/** `2 errors, 1 info`. */
function tallyOf({ summary }: Report): string {
  const some = words.filter(([severity]) => summary[severity] > 0)
  return some.map(([severity, one, more]) => count(summary[severity], one, more)).join(', ') || 'no findings'
}

/** `2 errors in 14 manifests of 2 clusters`, and what of them is not among the findings; nothing was read where there is a failure. */
export function summaryOf(
  report: Report,
  { style, failure, frames, width }: Pick<FormatOptions, 'style' | 'failure' | 'frames' | 'width'>,
): string {
  const tally = tallyOf(report)
  if (failure !== undefined) return style.bold(tally)
  const scope = wrap(scopeOf(report), frames ? width : Number.POSITIVE_INFINITY, tally.length + 1, 2)
  return `${style.bold(tally)} ${scope.join('\n')}`
}

function scopeOf({ summary, since }: Report): string {
  const { manifests, clusters, files, suppressed, baselined, unresolved } = summary
  const owners = clusters > 0 ? count(clusters, 'cluster') : count(files, 'file')
  const quiet = suppressed > 0 ? `; ${count(suppressed, 'finding')} suppressed` : ''
  const open =
    unresolved > 0 ? `; ${count(unresolved, 'reference')} unresolved (--show-unresolved lists them)` : ''
  const known = baselined > 0 ? `; ${count(baselined, 'finding')} in the baseline` : ''
  const introduced = since === undefined ? '' : `introduced since ${printable(since.ref)} `
  const scope = `${introduced}in ${count(manifests, 'manifest')} of ${owners}`
  return `${scope}${changesOf(since)}${quiet}${known}${open}`
}

function changesOf(since: Since | undefined): string {
  if (since === undefined) return ''
  const fixed = since.fixed.length > 0 ? `; ${since.fixed.length} fixed` : ''
  return `${fixed}; ${count(since.unchanged, 'finding')} as before`
}
