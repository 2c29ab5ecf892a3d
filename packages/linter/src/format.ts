import type { Policy, Severity } from '@espalier/model'
import type { Style } from '@espalier/model/style'
import type { Report } from './report.ts'

/** How texts for people look. */
export interface TextOptions {
  readonly style: Style
  /** Columns of the terminal. */
  readonly width: number
  /** A person reads it: show the lines in question, and wrap. */
  readonly frames: boolean
}

export interface FormatOptions extends TextOptions {
  /** Version of the program. */
  readonly version: string
  /** Where the command ran, from the root of the repository: `envs/prod`, or `.` at the root itself. */
  readonly folder: string
  /** The least severity that fails the run. */
  readonly failOn: Severity
  /** The rules of the run; without them, Espalier's own. */
  readonly policies?: readonly Policy[]
  /** Why the manifests could not be judged. */
  readonly failure?: string
}

/** Turns a report into the text of one output format. */
export interface Format {
  /** What `--format` says, as its file is named. */
  readonly name: string
  write(report: Report, options: FormatOptions): string
}
