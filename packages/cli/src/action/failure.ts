import { type Severity, severities } from '@espalier/model'
import { printable } from '../files/display.ts'
import type { Inputs } from './inputs.ts'
import type { Performance } from './perform.ts'
import type { PlanReport } from './plan-report.ts'

/** Findings of a plan that the annotation of the step names. */
const named = 5

/** Why the step failed, where no finding at a line says it. */
export function failure({ command }: Inputs, { code, out, err, text }: Performance): string | undefined {
  if (code === 0) return undefined
  if (code === 2) return lastLines(err, 10) || `espalier ${command} could not do its work`
  // The last line of the report is its tally.
  if (command === 'check') return `${lastLines(out, 1)}\nrun espalier render, and commit what it writes`
  if (command === 'plan') return newFindings(JSON.parse(text('json') ?? ''))
  return text('github') === undefined ? lastLines(out, 1) : undefined
}

function newFindings({ findings }: PlanReport): string {
  const ranked = severities.flatMap(severity => findings.new.filter(one => one.severity === severity))
  const many = (severity: Severity) => ranked.filter(one => one.severity === severity).length
  const shown = ranked.slice(0, named).map(({ file, line, message }) => `${file}:${line}: ${message}`)
  return [`${ranked.length} new findings, ${many('error')} of them errors:`, ...shown.map(printable)].join(
    '\n',
  )
}

function lastLines(text: string, most: number): string {
  return text.trimEnd().split(/\r?\n/).slice(-most).map(printable).join('\n')
}
