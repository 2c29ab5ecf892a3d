import type { ReportedFinding } from '../report.ts'
import type { CaseResult } from './try-policy.ts'

/** Whether a policy does what its cases say; one without cases has proved nothing. */
export type Verdict = 'passes' | 'fails' | 'untested'

export interface TriedPolicy {
  readonly id: string
  /** Where it is written. */
  readonly file: string
  readonly verdict: Verdict
  readonly cases: readonly CaseResult[]
}

/** What trying the policies of a repository came to; schemas/trial.schema.json describes it as JSON. */
export interface Trial {
  /** In the order of their files. */
  readonly policies: readonly TriedPolicy[]
  /** Why none could be tried. */
  readonly findings: readonly ReportedFinding[]
}
