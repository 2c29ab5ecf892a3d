import type { Inputs } from './inputs.ts'
import type { LintReport } from './lint-report.ts'
import type { Performance } from './perform.ts'

/** The outputs of the action; what the command could not tell is absent rather than nought. */
export function outputsOf({ command }: Inputs, done: Performance): Readonly<Record<string, string>> {
  const json = done.text('json')
  const files = { 'sarif-file': done.file('sarif'), 'plan-file': done.file('markdown') }
  const counted = json === undefined ? {} : command === 'lint' ? countsOf(JSON.parse(json)) : {}
  return Object.fromEntries(
    Object.entries({ ...counted, ...files }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  )
}

function countsOf({ findings }: LintReport): Readonly<Record<string, string>> {
  const errors = findings.filter(({ severity }) => severity === 'error')
  return { findings: `${findings.length}`, errors: `${errors.length}` }
}
