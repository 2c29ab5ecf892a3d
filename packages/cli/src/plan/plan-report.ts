import type { Plan } from '@espalier/generator'
import type { ReportedFinding } from '@espalier/linter'
import type { BaseRevision } from '../git/base-revision.ts'

export interface PlannedTopology extends Plan {
  /** The topology's name. */
  readonly topology: string
}

/** What `plan` says; schemas/plan.schema.json describes it as JSON. */
export interface PlanReport {
  readonly base: BaseRevision
  readonly topologies: readonly PlannedTopology[]
  readonly findings: {
    readonly new: readonly ReportedFinding[]
    readonly fixed: readonly ReportedFinding[]
    /** How many both sides have. */
    readonly unchanged: number
  }
  /** What the plan could not see, and what is odd about the two sides, as sentences. */
  readonly notes: readonly string[]
}
