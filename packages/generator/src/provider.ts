import type { Cluster, Model, Problem } from '@espalier/model'
import type { Rendered } from './placed.ts'

/** A system that joins clusters: from the model to the objects each cluster holds. */
export interface Provider {
  readonly name: string
  readonly summary: string
  /** Name of the directory its objects are delivered from. */
  readonly unit: string
  /** What the system cannot express, said before anything is rendered. */
  refuse(model: Model): readonly Problem[]
  objects(cluster: Cluster, model: Model): readonly Rendered[]
}
