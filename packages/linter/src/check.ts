import type { Place, Related } from '@espalier/model'
import type { Entry, Fleet, FleetCluster } from './fleet/fleet.ts'

/** What a check reports; severity, remedy and whether it counts at all are the policy's and the runner's business. */
export interface Found {
  readonly at: Place
  readonly message: string
  /** The object it is about; its cluster becomes the finding's. */
  readonly entry?: Entry
  readonly related?: readonly Related[]
  /** What a policy that claims absence must say: it is a finding only where all of these clusters are complete. */
  readonly missing?: Missing
}

export interface Missing {
  /** Group-qualified kinds of which one would do. */
  readonly kinds: readonly string[]
  /** The clusters in which it could be. */
  readonly among: readonly (FleetCluster | undefined)[]
  /** topology.yaml declares it, so it is known wherever its cluster was not read as a whole. */
  readonly declared?: boolean
}

/** Code that policies name, over the whole fleet. Method syntax lets checks of any params stand in one list. */
export interface Check<Params = unknown> {
  /** Named for what holds, as its file is. */
  readonly name: string
  /** It is about variables themselves; what other checks find in a text that is filled in later is not kept. */
  readonly readsVariables?: true
  /** JSON Schema of what a policy may give as `params`. */
  readonly params: object
  find(fleet: Fleet, params: Params): Iterable<Found>
}
