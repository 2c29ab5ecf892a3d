import { relative } from 'node:path'
import { printable, slashed } from '../files/display.ts'
import { codeSpan } from './code-span.ts'
import { findingLines } from './finding-lines.ts'
import { inert } from './inert.ts'
import type { Inputs } from './inputs.ts'
import type { LintReport } from './lint-report.ts'
import type { Page } from './page.ts'
import type { Performance } from './perform.ts'

const verdicts = ['passed', 'failed', 'could not be done'] as const

/** What a run has to say, for the summary of the job and the comment. */
export function pageOf(inputs: Inputs, done: Performance, remarks: readonly string[]): Page {
  const title = `### Espalier ${inputs.command}: ${verdicts[done.code]}`
  const { text, lines, plain } = contentOf(inputs, done)
  const where = placeOf(inputs)
  const paragraphs = [title, ...(where === '' ? [] : [where]), ...remarks.map(inert), ...text]
  return { head: `${paragraphs.join('\n\n')}\n`, lines, plain }
}

interface Content {
  readonly text: readonly string[]
  readonly lines: readonly string[]
  readonly plain: boolean
}

function contentOf({ command }: Inputs, { code, out, err, text }: Performance): Content {
  const plan = command === 'plan' ? text('markdown') : undefined
  if (plan !== undefined) return { text: [], lines: plan.trimEnd().split('\n'), plain: false }
  if (command !== 'lint' || code === 2) return { text: [], lines: printed(`${err}${out}`), plain: true }
  const { findings }: LintReport = JSON.parse(text('json') ?? '{"findings":[]}')
  // The tally is the last line of the text report.
  return { text: printed(out).slice(-1).map(inert), lines: findingLines(findings), plain: false }
}

function printed(text: string): readonly string[] {
  return text === '' ? [] : text.trimEnd().split(/\r?\n/).map(printable)
}

function placeOf({ workspace, directory, topologies }: Inputs): string {
  const folder = slashed(relative(workspace, directory))
  const files = topologies.map(codeSpan).join(', ')
  return [files, folder && `in ${codeSpan(folder)}`].filter(part => part !== '').join(' ')
}
