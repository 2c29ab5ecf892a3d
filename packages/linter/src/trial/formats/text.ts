import type { FormatOptions } from '../../format.ts'
import { count } from '../../text/count.ts'
import { printable } from '../../text/printable.ts'
import { wrap } from '../../text/wrap.ts'
import { writeFinding } from '../../text/write-findings.ts'
import type { TriedPolicy } from '../trial.ts'
import type { TrialFormat } from '../trial-format.ts'

/** For people: a line for each policy, and where its cases went another way. */
export const text: TrialFormat = {
  name: 'text',
  write({ policies, findings }, options) {
    if (findings.length > 0)
      return findings.map(finding => writeFinding(finding, options)).join(options.frames ? '\n' : '')
    const right = policies.filter(({ verdict }) => verdict === 'passes').length
    const lines = policies.flatMap(one => [headOf(one, options), ...detailsOf(one, options)])
    return [...lines, `${right} of ${policies.length} policies do what their cases say`, ''].join('\n')
  },
}

function headOf({ id, verdict, cases }: TriedPolicy, { style }: FormatOptions): string {
  const word = verdict.padEnd(8)
  if (verdict === 'untested') return `${style.red(word)}  ${id} has no cases`
  if (verdict === 'passes') return `${style.green(word)}  ${id}: ${count(cases.length, 'case')}`
  const wrong = cases.filter(({ complaints }) => complaints.length > 0).length
  return `${style.red(word)}  ${id}: ${wrong} of ${count(cases.length, 'case')}`
}

function detailsOf({ cases }: TriedPolicy, { frames, width }: FormatOptions): readonly string[] {
  return cases.flatMap(({ name, complaints }) =>
    complaints.flatMap(one =>
      wrap(`${name}: ${printable(one)}`, frames ? width : Number.POSITIVE_INFINITY, 2, 4).map((line, at) =>
        at === 0 ? `  ${line}` : line,
      ),
    ),
  )
}
