import type { ExitCode } from './command.ts'
import type { Io } from './io.ts'

/** Says what was wrong with the command line, and where the right one is described. */
export function usageError(command: string, message: string, io: Io): ExitCode {
  io.err(`espalier ${command}: ${message}\nespalier help ${command} says more\n`)
  return 2
}
