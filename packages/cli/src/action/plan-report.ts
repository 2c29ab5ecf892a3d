import type { LintFinding } from './lint-report.ts'

/** The parts of schemas/plan.schema.json that the action shows. */
export interface PlanReport {
  readonly sentence: string
  readonly changedClusters: readonly string[]
  readonly findings: { readonly new: readonly LintFinding[] }
}
