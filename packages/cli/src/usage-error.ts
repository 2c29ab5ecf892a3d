import type { ExitCode } from './command.ts'
import type { Io } from './io.ts'
import { talk } from './talk.ts'

/** Says what was wrong with the command line, and where the right one is described. */
export function usageError(command: string, message: string, io: Io): ExitCode {
  talk(command, message, io)
  io.err(`espalier help ${command} says more\n`)
  return 2
}
