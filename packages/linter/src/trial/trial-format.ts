import type { FormatOptions } from '../format.ts'
import type { Trial } from './trial.ts'

/** Turns a trial into the text of one output format. */
export interface TrialFormat {
  /** What `--format` says, as its file is named. */
  readonly name: string
  write(trial: Trial, options: FormatOptions): string
}
