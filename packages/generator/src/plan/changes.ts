import type { FileTree, KubeObject, Model } from '@espalier/model'
import type { FieldChange } from './changed-fields.ts'

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
