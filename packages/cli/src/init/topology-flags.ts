/** The flags that a new topology is made of, as given. */
export interface TopologyFlags {
  readonly account?: string | undefined
  readonly region?: string | undefined
  readonly vpc?: readonly string[] | undefined
  readonly example?: boolean | undefined
  readonly engine?: string | undefined
  readonly provider?: string | undefined
  readonly name?: string | undefined
  readonly network?: string | undefined
  readonly 'config-cluster'?: string | undefined
  readonly 'workload-cluster'?: readonly string[] | undefined
  readonly repository?: string | undefined
  readonly branch?: string | undefined
  readonly path?: string | undefined
}
