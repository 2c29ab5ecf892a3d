import { printable } from '../files/display.ts'
import type { Inputs } from './inputs.ts'
import type { Performance } from './perform.ts'

/** Why the step failed, where no finding at a line says it. */
export function failure({ command }: Inputs, { code, out, err, text }: Performance): string | undefined {
  if (code === 0) return undefined
  if (code === 2) return lastLines(err, 10) || `espalier ${command} could not do its work`
  // The last line of each report is its tally.
  if (command === 'check') return `${lastLines(out, 1)}\nrun espalier render, and commit what it writes`
  if (command === 'plan') return `${lastLines(out, 1)}\nthe log and the summary of the job list them`
  return text('github') === undefined ? lastLines(out, 1) : undefined
}

function lastLines(text: string, most: number): string {
  return text.trimEnd().split(/\r?\n/).slice(-most).map(printable).join('\n')
}
