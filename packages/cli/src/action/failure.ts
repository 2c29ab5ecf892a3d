import { printable } from '../files/display.ts'
import type { Inputs } from './inputs.ts'
import type { Performance } from './perform.ts'

/** Why the step failed, where no finding at a line says it. */
export function failure({ command }: Inputs, { code, out, err, text }: Performance): string | undefined {
  if (code === 2) return lastLines(err, 10) || `espalier ${command} could not do its work`
  if (code === 0 || text('github') !== undefined) return undefined
  const help =
    command === 'check' ? '\nrun espalier render, and commit what it writes' : '\nthe job summary says more'
  return `${lastLines(out, 1)}${help}`
}

function lastLines(text: string, most: number): string {
  return text.trimEnd().split(/\r?\n/).slice(-most).map(printable).join('\n')
}
