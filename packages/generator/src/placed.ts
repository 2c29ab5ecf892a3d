import type { Cluster, KubeObject, Place } from '@espalier/model'

/** An object with the line of the topology that asks for it. */
export interface Rendered {
  readonly object: KubeObject
  readonly from: Place
}

/** A rendered object in the cluster whose API stores it and in the folder its file goes to. */
export interface Placed extends Rendered {
  readonly cluster: Cluster
  /** Relative to the root of the repository. */
  readonly folder: string
}
