import type { FileTree, KubeObject, Model, Problem } from '@espalier/model'
import type { FieldChange } from './changed-fields.ts'
import { changesByCluster } from './changes-by-cluster.ts'
import { leavingExports } from './leaving-exports.ts'
import { type RolloutStep, rolloutOf } from './rollout.ts'

/** A rendered tree, and the topology it is of; none where only the tree is known. */
export interface PlanSide {
  readonly tree: FileTree
  readonly model?: Model
}

/** A rendered object, and where its file is or was, relative to the repository's root. */
export interface PlannedObject {
  readonly object: KubeObject
  readonly file: string
}

export interface ChangedObject extends PlannedObject {
  readonly fields: readonly FieldChange[]
}

export interface RemovedObject extends PlannedObject {
  /** It made an engine apply things, and they stay where they are. */
  readonly orphans: boolean
}

/** What a change of a topology does to one cluster; every list is sorted by file. */
export interface ClusterChanges {
  readonly cluster: string
  readonly added: readonly PlannedObject[]
  readonly changed: readonly ChangedObject[]
  /** Deleted by the engine. */
  readonly removed: readonly RemovedObject[]
  /** Rendered no more, and left in the cluster by the engine. */
  readonly left: readonly PlannedObject[]
  /** The same object in another file, or with another header. */
  readonly moved: readonly PlannedObject[]
}

export interface Plan {
  /** Clusters that change, sorted by name. */
  readonly clusters: readonly ClusterChanges[]
  /** Clusters of either side in which every rendered file stays as it is, sorted by name. */
  readonly untouched: readonly string[]
  /** In which order clusters should be synced, where it matters; empty where it does not. */
  readonly rollout: readonly RolloutStep[]
  /** What must not happen in one step. */
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
    rollout: rolloutOf(before.model, after.model),
    problems: before.model === undefined ? [] : leavingExports(before.model, after.model, clusters),
  }
}
