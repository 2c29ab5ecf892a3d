import { error, notice, setOutput, summary, warning } from '@actions/core'
import { printable } from '../files/display.ts'
import { annotations } from './annotations.ts'
import { comment } from './comment.ts'
import { readEvent } from './event.ts'
import { failure } from './failure.ts'
import { readInputs } from './inputs.ts'
import { summaryLimit } from './limit.ts'
import { outputsOf } from './outputs-of.ts'
import { writePage } from './page.ts'
import { pageOf } from './page-of.ts'
import { perform } from './perform.ts'

/** One step of a workflow; 1 exactly where the command failed. */
export async function runAction(process: NodeJS.Process): Promise<0 | 1> {
  const { env } = process
  const { value: inputs, error: mistake } = readInputs(env.GITHUB_WORKSPACE || process.cwd())
  if (mistake !== undefined) {
    error(mistake, { title: 'espalier' })
    return 1
  }
  // Neither git nor an extension has any use for it.
  delete env.INPUT_TOKEN
  const event = readEvent(env)
  const done = await perform(inputs, event, process)
  const title = `espalier ${inputs.command}`
  for (const line of annotations(done)) process.stdout.write(`${line}\n`)
  const reason = failure(inputs, done)
  if (reason !== undefined) error(reason, { title })
  for (const [name, value] of Object.entries(outputsOf(inputs, done))) setOutput(name, value)

  const note = await comment(inputs, event, pageOf(inputs, done, []), env)
  if (note?.level === 'warning') warning(note.message, { title })
  else if (note !== undefined) notice(note.message, { title })
  const page = pageOf(inputs, done, note === undefined ? [] : [note.message])
  await writeSummary(writePage(page, summaryLimit), env)
  return done.code === 0 ? 0 : 1
}

async function writeSummary(text: string, env: NodeJS.ProcessEnv): Promise<void> {
  if (env.GITHUB_STEP_SUMMARY === undefined) return
  try {
    await summary.addRaw(text).write()
  } catch (thrown) {
    // The file is the runner's, and no reason to change the verdict.
    const why = thrown instanceof Error ? thrown.message : String(thrown)
    warning(`the summary of the job cannot be written: ${printable(why)}`)
  }
}
