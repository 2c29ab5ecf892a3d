import type { Inputs } from './inputs.ts'
import type { LintFinding, LintReport } from './lint-report.ts'
import type { Performance } from './perform.ts'
import type { PlanReport } from './plan-report.ts'

type Values = Readonly<Record<string, string | undefined>>

/** The outputs of the action; what the command could not tell is absent rather than nought. */
export function outputsOf({ command }: Inputs, done: Performance): Readonly<Record<string, string>> {
  const json = done.text('json')
  const told =
    json === undefined ? {} : command === 'plan' ? planned(JSON.parse(json)) : linted(JSON.parse(json))
  const values: Values = { ...told, 'sarif-file': done.file('sarif'), 'plan-file': done.file('markdown') }
  const known = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  return Object.fromEntries(known)
}

function linted({ findings }: LintReport): Values {
  return counted(findings)
}

function planned({ findings, changedClusters }: PlanReport): Values {
  return { ...counted(findings.new), 'changed-clusters': JSON.stringify(changedClusters) }
}

function counted(findings: readonly LintFinding[]): Values {
  const errors = findings.filter(({ severity }) => severity === 'error')
  return { findings: `${findings.length}`, errors: `${errors.length}` }
}
