import { plainStyle } from '@espalier/model'
import type { ExitCode } from '../src/command.ts'
import type { Io } from '../src/io.ts'
import { run } from '../src/run.ts'
import { gitEnvironment } from './sandbox.ts'

export interface Ran {
  readonly code: ExitCode
  readonly out: string
  readonly err: string
}

/** Runs the command line in this process, standing in a folder; not on a terminal, and 80 columns wide. */
export async function espalier(cwd: string, ...args: string[]): Promise<Ran> {
  let [out, err] = ['', '']
  const io: Io = {
    cwd,
    env: gitEnvironment,
    out: text => {
      out += text
    },
    err: text => {
      err += text
    },
    terminal: false,
    width: 80,
    style: plainStyle,
    today: '2026-11-21',
  }
  return { code: await run(args, io), out, err }
}
