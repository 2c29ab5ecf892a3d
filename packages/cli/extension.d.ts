import type { Chart } from 'cdk8s'

/** What an extension is told of the cluster it extends. */
export interface ExtendedCluster {
  readonly name: string
  /** `none` takes part in no service network. */
  readonly role: 'config' | 'workload' | 'none'
  readonly eksName: string
  readonly labels: Readonly<Record<string, string>>
  readonly account?: string
  readonly region?: string
  readonly vpc?: string
}

export interface ExtensionContext {
  readonly cluster: ExtendedCluster
  /** Holds everything rendered for the cluster already; what is added goes to the unit `extensions`. */
  readonly chart: Chart
}

/**
 * What a module under `extensions` in topology.yaml exports as `extend`. Called for every cluster, at least twice: the same context must
 * give the same objects. It may add and change, not remove; secret data is refused.
 */
export type Extend = (context: ExtensionContext) => void
