import type { Severity } from '@espalier/model'

/** The parts of schemas/report.schema.json that the action shows. */
export interface LintReport {
  readonly findings: readonly LintFinding[]
}

export interface LintFinding extends LintPlace {
  readonly rule: string
  readonly severity: Severity
  readonly remedy: string
  /** Where it is the same in several. */
  readonly clusters: readonly string[]
  readonly related: readonly LintPlace[]
}

interface LintPlace {
  readonly message: string
  readonly file: string
  readonly line: number
  readonly column: number
}
