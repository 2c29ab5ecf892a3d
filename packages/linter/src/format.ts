import type { Style } from '@espalier/model'
import type { Report } from './report.ts'

export interface FormatOptions {
  readonly style: Style
  /** Columns of the terminal. */
  readonly width: number
  /** A person reads it: show the lines in question, and wrap. */
  readonly frames: boolean
}

/** Turns a report into the text of one output format. */
export interface Format {
  /** What `--format` says, as its file is named. */
  readonly name: string
  write(report: Report, options: FormatOptions): string
}
