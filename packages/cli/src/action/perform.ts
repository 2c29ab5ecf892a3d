import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { plainStyle } from '@espalier/model/style'
import type { ExitCode } from '../command.ts'
import { processIo } from '../io.ts'
import { run } from '../run.ts'
import { baseOf } from './base-of.ts'
import { commandLine } from './command-line.ts'
import type { Event } from './event.ts'
import { guarded } from './guarded.ts'
import type { Inputs } from './inputs.ts'
import { openAlerts } from './open-alerts.ts'

/** What the command line did. */
export interface Performance {
  readonly code: ExitCode
  readonly out: string
  readonly err: string
  /** The file that a format was written to, if it was. */
  file(format: string): string | undefined
  /** What that file says. */
  text(format: string): string | undefined
}

// stdout is for people; what the action itself needs comes in files.
const formatsOf: Readonly<Record<Inputs['command'], readonly string[]>> = {
  lint: ['json', 'github'],
  check: [],
  plan: ['json', 'markdown'],
}

/** Runs the command in this process and shows on the log what it says. */
export async function perform(inputs: Inputs, event: Event, process: NodeJS.Process): Promise<Performance> {
  const { command, directory, sarifFile } = inputs
  const folder = mkdtempSync(join(process.env.RUNNER_TEMP ?? tmpdir(), 'espalier-'))
  const named = formatsOf[command].map(format => [format, join(folder, `${command}.${format}`)])
  const sarif = sarifFile === '' ? [] : [['sarif', resolve(directory, sarifFile)]]
  const outputs: Readonly<Record<string, string>> = Object.fromEntries([...named, ...sarif])
  const base = command === 'plan' ? await baseOf(inputs, event, process.env) : undefined
  const args = commandLine(inputs, {
    outputs,
    runExtensions: !event.foreign,
    ...(base !== undefined && { base }),
  })
  let [out, err] = ['', '']
  const code = await guarded(
    text => process.stdout.write(text),
    write => {
      // One stream for both, or the log would mix up their order.
      const io = {
        out: (text: string) => {
          out += text
          write(text)
        },
        err: (text: string) => {
          err += text
          write(text)
        },
      }
      return run(args, { ...processIo(process), cwd: directory, terminal: false, style: plainStyle, ...io })
    },
  )
  const text = (format: string): string | undefined => read(outputs[format])
  if (outputs.sarif !== undefined && text('sarif') !== undefined) openAlerts(outputs.sarif)
  return { code, out, err, text, file: format => (text(format) === undefined ? undefined : outputs[format]) }
}

// A command that could not work writes none.
function read(file: string | undefined): string | undefined {
  try {
    return file === undefined ? undefined : readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
