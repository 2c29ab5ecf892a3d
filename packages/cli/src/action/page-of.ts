import { relative } from 'node:path'
import { slashed } from '../files/display.ts'
import { code, escaped } from '../markdown-text.ts'
import { findingLines } from './finding-lines.ts'
import type { Inputs } from './inputs.ts'
import type { LintReport } from './lint-report.ts'
import type { Page } from './page.ts'
import type { Performance } from './perform.ts'

const verdicts = ['passed', 'failed', 'could not be done'] as const

/** What a run has to say, for the summary of the job and the comment. */
export function pageOf(inputs: Inputs, done: Performance, remarks: readonly string[]): Page {
  const title = `### Espalier ${inputs.command}: ${verdicts[done.code]}`
  const { text, lines, plain } = contentOf(inputs, done)
  const paragraphs = [title, ...placeOf(inputs), ...remarks.map(escaped), ...text]
  return { head: `${paragraphs.join('\n\n')}\n`, lines, plain }
}

interface Content {
  readonly text: readonly string[]
  readonly lines: readonly string[]
  readonly plain: boolean
}

function contentOf({ command }: Inputs, done: Performance): Content {
  const { out, err } = done
  const plan = done.text('markdown')
  if (plan !== undefined) return { text: [], lines: linesOf(plan), plain: false }
  if (command !== 'lint' || done.code === 2) return { text: [], lines: linesOf(`${err}${out}`), plain: true }
  const { findings }: LintReport = JSON.parse(done.text('json') ?? '{"findings":[]}')
  // The tally is the last line of the text report.
  return { text: linesOf(out).slice(-1).map(escaped), lines: findingLines(findings), plain: false }
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.trimEnd().split(/\r?\n/)
}

function placeOf({ workspace, directory, topologies }: Inputs): readonly string[] {
  const folder = slashed(relative(workspace, directory))
  const files = topologies.length === 0 ? [] : [topologies.map(code).join(', ')]
  const place = [...files, ...(folder === '' ? [] : [`in ${code(folder)}`])].join(' ')
  return place === '' ? [] : [place]
}
