import type { Cluster, Place } from '@espalier/model'
import type { Synthesis, Toolkit } from './synth.ts'

/** What an extension is told of the cluster it extends. */
type ExtendedCluster = Pick<Cluster, 'name' | 'role' | 'account' | 'region' | 'vpc' | 'eksName' | 'labels'>

export interface ExtensionContext {
  readonly cluster: ExtendedCluster
  /** Holds everything rendered for the cluster already; what is added goes to the unit `extensions`. */
  readonly chart: Synthesis['chart']
}

export interface Extension {
  /** The module as the topology names it. */
  readonly name: string
  readonly at: Place
  readonly extend: (context: ExtensionContext) => unknown
}

/** The extensions of a topology, loaded, with the one copy of cdk8s that they share. */
export interface Extensions {
  readonly toolkit: Toolkit
  readonly modules: readonly Extension[]
}
