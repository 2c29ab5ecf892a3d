import type { TextOptions } from '@espalier/linter'
import type { PlanReport } from './plan-report.ts'

/** Turns a plan into the text of one output format. */
export interface PlanFormat {
  /** What `--format` says, as its file is named. */
  readonly name: string
  write(report: PlanReport, options: TextOptions): string
}
