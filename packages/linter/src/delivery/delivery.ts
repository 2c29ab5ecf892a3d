import type { KubeObject, Place, Source } from '@espalier/model'
import type { Remark } from '../fleet/fleet.ts'
import type { Build } from '../kustomize/build.ts'
import type { Given } from './given.ts'

/** A cluster, or why it is not known which. */
export type Whereabouts = { readonly cluster: string } | { readonly unknown: string }

/** One path of the repository that an object of Argo CD or Flux has applied to a cluster. */
export interface Delivery {
  readonly engine: 'argocd' | 'flux'
  /** `Application argocd/cart`; of an ApplicationSet, the Application that it makes. */
  readonly title: string
  /** What delivers, with its place; of an ApplicationSet the Application that it makes, at the place of the set. */
  readonly object: KubeObject
  readonly at: Place
  /** The cluster that holds that object. */
  readonly carrier: Whereabouts
  readonly target: Whereabouts
  /** Where the object says which cluster it is. */
  readonly targetAt: Place
  /** Of an Application: by which names and addresses Argo CD knows its destination, as far as the files say. */
  readonly destination?: Destination
  readonly what: Delivered
  /** Clusters that others say its files belong to. */
  readonly disputes: readonly Dispute[]
}

export interface Destination {
  readonly name?: string
  readonly server?: string
  readonly namespace?: string
}

export interface Dispute extends Given {
  /** The first file of which they say so. */
  readonly source: Source
}

/** What a delivery takes from the repository. */
export interface Delivered {
  /** Relative to the repository's root; the root itself is empty. */
  readonly path: string
  /** Where the object says so. */
  readonly at: Place
  readonly form: 'directory' | 'kustomize' | 'chart' | 'plugin'
  readonly state: 'there' | 'empty' | 'missing'
  /** Objects reach the cluster as they are written, but for the namespace of those that name none. */
  readonly plain: boolean
  /** The namespace of objects that name none, where the object says one. */
  readonly namespace?: string
  /** Its files, linted or not. */
  readonly files: readonly string[]
  /** The kustomization files that it is built from. */
  readonly roots: readonly string[]
  /** Those that are linted. */
  readonly rootSources: readonly Source[]
  /** What those make reaches the cluster as it is made, but for the namespace of objects that name none. */
  readonly plainBuild: boolean
  /** What the engine makes of it, where its object changes what lies there. */
  readonly made?: Build
  /** Those that are linted, by path. */
  readonly linted: ReadonlyMap<string, Source>
  /** The branch, tag or commit they are taken from. */
  readonly revision?: string
  /** The object itself says that this is a plain directory. */
  readonly explicit: boolean
  /** Documents among the files that are no manifests, where that matters to the engine. */
  readonly strays: readonly Remark[]
  /** Of a path that is not there: what its folder holds instead. */
  readonly siblings: readonly string[]
}

/** What nothing more is known of than that an object would deliver it. */
export function unknownPath(at: Place): Delivered {
  const nothing = {
    files: [],
    roots: [],
    rootSources: [],
    plainBuild: false,
    linted: new Map(),
    strays: [],
    siblings: [],
  }
  return { path: '', at, form: 'plugin', state: 'there', plain: false, explicit: false, ...nothing }
}
