import type { AmbiguousScalar, KubeObject, Model, Place, Source } from '@espalier/model'
import type { Delivery } from '../delivery/delivery.ts'
import type { SchemaFault } from '../schema/schema-fault.ts'
import type { Link } from './link.ts'

/** A text with what the caller knows about it; the same source may be given once for each cluster it goes to. */
export interface Tagged {
  readonly source: Source
  readonly cluster?: string | undefined
  /** It lies in a rendered tree, where every document must be a manifest. */
  readonly rendered: boolean
  /** Whoever delivers it renames or moves its objects; those of a kustomization, once it is built. */
  readonly changed?: boolean | undefined
  /** Why it could not be read; its text is empty then. */
  readonly fault?: Pick<TextFault, 'kind' | 'message'> | undefined
}

export interface FleetCluster {
  readonly name: string
  /** `none` takes part in no service network; `unknown` is a cluster nobody has said the role of. */
  readonly role: 'config' | 'workload' | 'none' | 'unknown'
  readonly eksName?: string
  readonly vpc?: string
  /** Its line in topology.yaml. */
  readonly at?: Place
  /** Its whole rendered tree was read: complete for the kinds Espalier renders. */
  readonly rendered: boolean
  /** All its manifests were read. */
  readonly complete: boolean
}

/** One Kubernetes object of one cluster; all have the same fields, as rules ask for them by the million. */
export interface Entry {
  /** Only apiVersion, kind and metadata.name are sure to be what their types say; fields.ts reads the rest. */
  readonly object: KubeObject
  /** Group-qualified: `HTTPRoute.gateway.networking.k8s.io`. */
  readonly kind: string
  readonly name: string
  /** Empty for cluster-scoped kinds, `default` where a namespaced object names none. */
  readonly namespace: string
  readonly cluster: FleetCluster | undefined
  /** The cluster its file was tagged with, where there is none of that name: a folder beside those of the clusters, or their parent. */
  readonly beside: string | undefined
  readonly place: Place
  readonly rendered: boolean
  /** A kustomization or an engine may rename, move or complete it in ways that nobody has followed. */
  readonly kustomized: boolean
  /** Kustomize reads and writes it before the API server does, as it does with all that Flux applies. */
  readonly viaKustomize: boolean
  /** The build that it comes from; it may be otherwise in another of the same cluster. */
  readonly built: Built | undefined
  /** Its scalars that YAML 1.1 reads differently, from the object on. */
  readonly ambiguous: readonly AmbiguousScalar[]
}

/** What kustomize makes of a folder for a cluster. */
export interface Built {
  readonly cluster: string | undefined
  /** Undefined where an object of Flux changes what the folder makes by itself. */
  readonly folder: string | undefined
  /** All that it makes is among the entries, as it is made. */
  readonly isWhole: boolean
}

/** Something about a document or a part of one that is no matter of rules. */
export interface Remark {
  readonly at: Place
  readonly message: string
}

/** Why a text, or a document of it, is not read. */
export interface TextFault extends Remark {
  readonly kind: (typeof textFaults)[number]
}

export const textFaults = ['syntax', 'template', 'unreadable', 'too-large'] as const

/** Something about the build of a kustomization. */
export interface BuildRemark extends Remark {
  /**
   * `broken`: kustomize itself refuses. `unread`: objects or changes are missing that only kustomize or the network have. `simplified`:
   * something is left out that no rule looks at.
   */
  readonly kind: 'broken' | 'unread' | 'simplified'
}

/** All manifests of some clusters, indexed once and never changed. */
export interface Fleet {
  readonly model?: Model
  /** Sorted by name. */
  readonly clusters: readonly FleetCluster[]
  /** Sorted by file; documents in their order. */
  readonly entries: readonly Entry[]
  /** What a kustomization that is not built applies as patches: parts of objects, in none of the indexes. */
  readonly patches: readonly Entry[]
  /** Texts, or documents, that cannot be read. */
  readonly faults: readonly TextFault[]
  /** Documents of a rendered tree that are no manifests. */
  readonly strays: readonly Remark[]
  /** What is passed over because no one but its owner can read it. */
  readonly unread: readonly Remark[]
  /** What the kustomizations that were built hold beyond objects. */
  readonly builds: readonly BuildRemark[]
  /** What was built of kustomizations. */
  readonly built: readonly Built[]
  /** By cluster, the files of which all that they hold is among its entries, as it is written. */
  readonly wholeFiles: ReadonlyMap<string, ReadonlySet<string>>
  /** Those that were given, and those that builds have read. */
  readonly files: readonly Source[]
  /** The symbolic links of the repository around, where somebody has looked. */
  readonly links?: readonly Link[]
  /** What the schemas of their kinds do not allow in objects; left out where no schemas were asked. */
  readonly schemaFaults?: readonly SchemaFault[]
  /** Kinds whose CustomResourceDefinition was given from elsewhere. */
  readonly givenKinds?: ReadonlySet<string>
  /** What Argo CD and Flux apply, as their objects in the whole repository say. */
  readonly deliveries: readonly Delivery[]
  /** In the order of `entries`. */
  ofKind(kinds: readonly string[]): readonly Entry[]
  /** The objects of that name in one cluster: none, one, or a duplicate too. */
  at(cluster: FleetCluster | undefined, kind: string, namespace: string, name: string): readonly Entry[]
  /** The objects of that name in any cluster. */
  anywhere(kind: string, namespace: string, name: string): readonly Entry[]
  /** The objects of each name that two or more have, in whatever clusters. */
  namesakes(): readonly (readonly Entry[])[]
}
