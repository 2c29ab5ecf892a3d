import type { Model, Problem } from '@espalier/model'
import type { ClusterChanges, PlanSide } from './changes.ts'
import { changesByCluster } from './changes-by-cluster.ts'
import { handovers } from './handovers.ts'
import { keptListeners } from './kept-listeners.ts'
import { keptServices } from './kept-services.ts'
import { leavingExports } from './leaving-exports.ts'
import { type RolloutStep, rolloutOf } from './rollout.ts'

export interface Plan {
  /** Clusters that change, sorted by name. */
  readonly clusters: readonly ClusterChanges[]
  /** Clusters of either side in which every rendered file stays as it is, sorted by name. */
  readonly untouched: readonly string[]
  /** In which order clusters should be synced, where it matters; empty where it does not. */
  readonly rollout: readonly RolloutStep[]
  /** What must not happen in one step, and what does not happen at all. */
  readonly problems: readonly Problem[]
}

/** Holds what a topology renders to against what it rendered to before. Pure: nothing is read, written or asked of a cluster. */
export function planChanges(before: PlanSide, after: PlanSide & { readonly model: Model }): Plan {
  const clusters = changesByCluster(before, after)
  const changed = new Set(clusters.map(({ cluster }) => cluster))
  const names = new Set(
    [before.model, after.model].flatMap(model => model?.clusters ?? []).map(one => one.name),
  )
  return {
    clusters,
    untouched: [...names].filter(name => !changed.has(name)).sort(),
    // Of a tree without a topology nobody knows what its routes lead to.
    rollout: before.model === undefined && before.tree.size > 0 ? [] : rolloutOf(before.model, after.model),
    problems: before.model === undefined ? [] : problemsOf(before.model, after.model, clusters),
  }
}

function problemsOf(before: Model, after: Model, clusters: readonly ClusterChanges[]): readonly Problem[] {
  return [
    ...leavingExports(before, after, clusters),
    ...handovers(before, after),
    ...keptServices(before, after),
    ...keptListeners(before, after),
  ]
}
