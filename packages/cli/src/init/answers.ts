/** A cluster, and where its nodes are. */
interface Member {
  readonly name: string
  readonly vpc: string
}

/** All that a new topology is written from. */
export interface Answers {
  readonly name: string
  readonly engine: string
  readonly repository: string
  readonly branch: string
  readonly path: string
  readonly network: string
  readonly account: string
  readonly region: string
  readonly config: Member
  readonly workloads: readonly Member[]
  /** Where it names what does not exist, and says so. */
  readonly example: boolean
}
