import type { Cluster, KubeObject, Model, Problem } from '@espalier/model'
import type { Placed, Rendered } from './placed.ts'

/** What one cluster gets from one directory of the rendered tree. */
export interface Unit {
  readonly cluster: Cluster
  readonly name: string
  /** Relative to the root of the repository. */
  readonly folder: string
  readonly objects: readonly Rendered[]
}

/** The units of every cluster. */
export type Units = ReadonlyMap<Cluster, readonly Unit[]>

/** A rendered object whose file is no longer rendered. */
export interface Departure {
  readonly object: KubeObject
  /** Path of the file it had, relative to the repository's root. */
  readonly file: string
  readonly cluster: Cluster
  /** The topology it was rendered from, and the one that no longer has it. */
  readonly before: Model
  readonly after: Model
  /** Nothing of its folder is rendered any more, so what delivered the folder leaves too. */
  readonly folderGone: boolean
}

/** A GitOps controller: from the units to the objects that make it apply them. */
export interface Engine {
  readonly name: string
  readonly summary: string
  /** What an object must say for the engine to treat it right; `keep`: it stays in the cluster when its file is gone. */
  annotations(object: KubeObject, keep: boolean): Readonly<Record<string, string>>
  refuse(model: Model): readonly Problem[]
  deliver(model: Model, units: Units): readonly Placed[]
  /** True where the engine deletes the object from its cluster, false where it stays behind. */
  deletes(departure: Departure): boolean
  /** Folders in which the engine needs a list of the files below. */
  listed(model: Model, cluster: Cluster, units: readonly Unit[]): readonly string[]
}
