import type { Place, Source } from '../source.ts'
import type {
  Destination,
  GrpcMethod,
  HeaderMatch,
  HealthCheck,
  HttpMethod,
  LintEntry,
  Protocol,
  Quotas,
  RouteKind,
  SourceEntry,
  Traffic,
} from './types.ts'

// The topology with every default filled in, every reference followed and every list in an order of its own.
// `at` is always the line of topology.yaml that a message about the value should point to.

export interface Model {
  readonly name: string
  /** The topology file itself; `file` is written into every rendered header. */
  readonly source: Source
  readonly gitops: Gitops
  readonly gatewayApi: GatewayApi
  readonly network?: ServiceNetwork
  /** Sorted by name. */
  readonly clusters: readonly Cluster[]
  /** Sorted by namespace, then name. */
  readonly services: readonly Service[]
  /** Sorted by namespace, then name, then kind. */
  readonly routes: readonly Route[]
  /** What workload clusters offer to the service network, sorted by cluster, namespace and name. */
  readonly exports: readonly Export[]
  /** The same by the name of their cluster. */
  readonly exportsOf: ReadonlyMap<string, readonly Export[]>
  /** Sorted by cluster, then name. */
  readonly namespaces: readonly OwnedNamespace[]
  /** Modules that add objects of the team's own, in the order they run. */
  readonly extensions: readonly ExtensionRef[]
  readonly lint: LintEntry
}

export interface ExtensionRef {
  /** Relative to the topology's folder. */
  readonly path: string
  readonly at: Place
}

export interface Gitops {
  readonly engine: 'argocd' | 'flux'
  readonly repository: string
  readonly revision: string
  /** Folder of the rendered tree, relative to the repository's root, `/`-separated, no slash at either end. */
  readonly path: string
  readonly onRemoval: 'orphan' | 'delete'
  readonly argocd: {
    /** Clusters that run Argo CD: one, or all of them with `each`. */
    readonly clusters: readonly Cluster[]
    readonly each: boolean
    readonly namespace: string
    readonly version: string
  }
  readonly flux: Flux
  readonly at: Place
}

export interface Flux {
  /** The folder that Flux syncs in each cluster, relative to the repository's root; `{cluster}` is still in it. */
  readonly entry: string
  /** The source object through which Flux reads this repository. */
  readonly source: {
    readonly kind: 'GitRepository' | 'OCIRepository' | 'Bucket'
    readonly name: string
    readonly namespace: string
  }
}

export interface GatewayApi {
  readonly version: string
  readonly channel: 'standard' | 'experimental'
  readonly install: boolean
}

/** The VPC Lattice service network and the one Gateway that stands for it. */
export interface ServiceNetwork {
  readonly name: string
  readonly namespace: string
  readonly listeners: readonly Listener[]
  /** A ServiceNetwork object makes the network; otherwise it must exist. */
  readonly create: boolean
  /** IAM policy document as JSON on one line. */
  readonly auth?: string
  readonly accessLogs: readonly string[]
  readonly quotas: Quotas
  readonly config: Cluster
  /** The config cluster that `config` takes over from; it holds the same objects until it leaves the topology. */
  readonly replaced?: Cluster
  readonly at: Place
}

export interface Listener {
  readonly name: string
  readonly protocol: 'HTTP' | 'HTTPS' | 'TLS'
  readonly port: number
  readonly hostname?: string
  readonly certificateArn?: string
  readonly at: Place
}

export interface Controller {
  readonly version: string
  readonly install: boolean
  readonly resyncSeconds: number
  readonly webhook: 'off' | 'cert-manager'
  readonly roleArn?: string
  /** Helm values of the user's own; none of them is derived from the topology. */
  readonly values: Readonly<Record<string, unknown>>
}

export interface Cluster {
  readonly name: string
  /** `none` takes part in no service network: a hub, a mesh-only cluster. */
  readonly role: 'config' | 'workload' | 'none'
  readonly account?: string
  readonly region?: string
  readonly vpc?: string
  /** The name EKS knows the cluster by; the controller tags target groups with it. */
  readonly eksName: string
  readonly destination: Destination
  readonly labels: Readonly<Record<string, string>>
  readonly association: 'external' | 'controller' | { readonly securityGroups: readonly string[] }
  /** Holds for every service in the cluster. */
  readonly traffic?: Traffic
  readonly controller: Controller
  readonly at: Place
}

/** A namespace that Espalier renders into a cluster and never prunes. */
export interface OwnedNamespace {
  readonly cluster: Cluster
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly at: Place
}

export interface Port {
  readonly name?: string
  readonly port: number
  readonly targetPort: number | string
  readonly protocol: Protocol
}

export interface Service {
  readonly namespace: string
  readonly name: string
  /** Never empty; the first is exported where a route names no port. */
  readonly ports: readonly [Port, ...Port[]]
  readonly selector?: Readonly<Record<string, string>>
  readonly source?: TeamSource
  readonly healthCheck?: HealthCheck
  /** The route whose export bears the service's own name, as written. */
  readonly primaryRoute?: string
  /** Where it runs, sorted by cluster. */
  readonly runs: readonly Run[]
  readonly at: Place
}

/** A team's own manifests, delivered by the engine; `{cluster}` is still in `path`. */
export interface TeamSource extends SourceEntry {
  readonly revision: string
  readonly at: Place
}

export interface Run {
  readonly cluster: Cluster
  readonly traffic: Traffic
  readonly weight: number
  /** The topology says this traffic in so many words. */
  readonly chosen: boolean
}

/** One ServiceExport: a service of one cluster on one port, for at most one route (a target group serves one Lattice service). */
export interface Export {
  /** Of the ServiceExport. */
  readonly name: string
  readonly service: Service
  readonly cluster: Cluster
  readonly port: Port
  /** True where an alias Service of the same name must be rendered beside it. */
  readonly alias: boolean
  readonly at: Place
}

export interface Route {
  readonly namespace: string
  readonly name: string
  readonly kind: RouteKind
  /** Listeners it attaches to, sorted by name; never empty. */
  readonly listeners: readonly Listener[]
  readonly hostnames: readonly string[]
  /** Most specific first. */
  readonly rules: readonly Rule[]
  /** IAM policy document as JSON on one line. */
  readonly auth?: string
  readonly accessLogs: readonly string[]
  /** Owner, as `account/cluster/vpc`, that the Lattice service may be taken from. */
  readonly takeoverFrom?: string
  /** Of the Lattice service, in place of the derived name. */
  readonly serviceName?: string
  /** In no service network. */
  readonly standalone: boolean
  readonly tags: Readonly<Record<string, string>>
  readonly at: Place
}

export interface Rule {
  readonly match: Match
  /** Sorted by service, then cluster; at least one weight above 0. */
  readonly backends: readonly Backend[]
  readonly at: Place
}

/** What a rule matches, as written but for defaults; a provider refuses what it cannot express. */
export interface Match {
  readonly path?: { readonly type: 'Exact' | 'PathPrefix' | 'RegularExpression'; readonly value: string }
  readonly method?: HttpMethod
  readonly grpc?: GrpcMethod
  readonly headers: readonly HeaderMatch[]
  readonly queryParams: readonly HeaderMatch[]
}

export type Backend = ExportBackend | TargetGroupBackend

export interface ExportBackend {
  readonly export: Export
  readonly weight: number
  readonly at: Place
}

export interface TargetGroupBackend {
  readonly targetGroup: TargetGroup
  readonly weight: number
  readonly at: Place
}

/** A target group outside the topology's clusters, imported by its ARN. */
export interface TargetGroup {
  /** Of the ServiceImport: the id of the target group. */
  readonly name: string
  /** The route's. */
  readonly namespace: string
  readonly arn: string
}
