import { plainStyle } from '@espalier/model/style'
import type { ExitCode } from '../src/command.ts'
import type { Io } from '../src/io.ts'
import { run } from '../src/run.ts'
import { gitEnvironment } from './sandbox.ts'

export interface Ran {
  readonly code: ExitCode
  readonly out: string
  readonly err: string
}

/** Not on a terminal, 80 columns wide, standing in a folder; what is written goes nowhere. */
export function fakeIo(cwd: string): Io {
  return {
    cwd,
    env: gitEnvironment,
    out: () => undefined,
    err: () => undefined,
    terminal: false,
    watched: false,
    now: () => 0,
    width: 80,
    errWidth: 80,
    style: plainStyle,
    errStyle: plainStyle,
    today: '2026-11-21',
  }
}

/** Runs the command line in this process, standing in a folder. */
export async function espalier(cwd: string, ...args: string[]): Promise<Ran> {
  let [out, err] = ['', '']
  const io: Io = {
    ...fakeIo(cwd),
    out: text => {
      out += text
    },
    err: text => {
      err += text
    },
  }
  return { code: await run(args, io), out, err }
}
