import type { Io } from './io.ts'

/** 0 clean, 1 findings or drift, 2 the work could not be done. */
export type ExitCode = 0 | 1 | 2

export interface Command {
  /** What the user types; its file and its export are named like it. */
  readonly name: string
  /** One line for `espalier --help`. */
  readonly summary: string
  /** The whole text of `espalier help <name>`, ending in a line end. */
  readonly usage: string
  run(args: readonly string[], io: Io): Promise<ExitCode>
}
