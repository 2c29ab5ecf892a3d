import type { ClusterMeshEntry, MeshEntry, ServiceMeshEntry } from './mesh-types.ts'

// The shape of topology.yaml as its schema admits it (schemas/topology.schema.json says what each field means).

export interface Topology {
  readonly apiVersion: 'espalier.dev/v1'
  readonly kind: 'Topology'
  readonly name: string
  readonly gitops: GitopsEntry
  readonly aws?: Omit<AwsEntry, 'vpc'>
  readonly gatewayApi?: GatewayApiEntry
  readonly serviceNetwork?: ServiceNetworkEntry
  readonly clusters: readonly ClusterEntry[]
  readonly services?: readonly ServiceEntry[]
  readonly routes?: readonly RouteEntry[]
  readonly namespaces?: readonly NamespaceEntry[]
  readonly guardrails?: { readonly admission: 'audit' | 'deny' | 'off' }
  readonly mesh?: MeshEntry
  readonly extensions?: readonly string[]
  readonly lint?: LintEntry
}

export interface GitopsEntry {
  readonly engine: 'argocd' | 'flux'
  readonly repository: string
  readonly revision?: string
  readonly path?: string
  readonly onRemoval?: 'orphan' | 'delete'
  readonly argocd?: { readonly cluster?: string; readonly namespace?: string; readonly version?: string }
  readonly flux?: FluxEntry
}

export interface FluxEntry {
  /** Holds `{cluster}` where the cluster's name goes. */
  readonly entry?: string
  readonly source?: {
    readonly kind?: 'GitRepository' | 'OCIRepository' | 'Bucket'
    readonly name?: string
    readonly namespace?: string
  }
}

export interface AwsEntry {
  readonly account?: string
  readonly region?: string
  readonly vpc?: string
}

export interface GatewayApiEntry {
  readonly version?: string
  readonly channel?: 'standard' | 'experimental'
  readonly install?: boolean
}

export interface ServiceNetworkEntry {
  readonly name: string
  readonly namespace: string
  readonly listeners?: readonly ListenerEntry[]
  readonly controller?: ControllerEntry
  readonly create?: boolean
  readonly auth?: AuthEntry
  readonly accessLogs?: readonly string[]
  readonly quotas?: Partial<Quotas>
}

export interface ListenerEntry {
  readonly name: string
  readonly protocol: 'HTTP' | 'HTTPS' | 'TLS'
  readonly port: number
  readonly hostname?: string
  readonly certificateArn?: string
}

export interface ControllerEntry {
  readonly version?: string
  readonly install?: boolean
  readonly resyncSeconds?: number
  readonly webhook?: 'off' | 'cert-manager'
  readonly roleArn?: string
  readonly values?: Readonly<Record<string, unknown>>
}

/** AWS quotas a topology is held against; https://docs.aws.amazon.com/vpc-lattice/latest/ug/quotas.html */
export interface Quotas {
  readonly listenersPerService: number
  readonly rulesPerListener: number
  readonly targetGroupsPerService: number
  readonly targetGroupsPerRegion: number
  readonly servicesPerRegion: number
  readonly servicesPerNetwork: number
  readonly vpcsPerNetwork: number
}

export interface AuthEntry {
  readonly policyFile: string
}

export type Traffic = 'active' | 'drained' | 'none'

export interface ClusterEntry {
  readonly name: string
  readonly role?: 'config' | 'workload'
  readonly aws?: AwsEntry
  readonly eks?: { readonly name?: string; readonly endpoint?: string }
  readonly destination?: Destination
  readonly labels?: Readonly<Record<string, string>>
  readonly association?: 'external' | 'controller' | { readonly securityGroups: readonly string[] }
  readonly controller?: ControllerEntry
  readonly traffic?: Traffic
  readonly replaces?: string
  readonly mesh?: ClusterMeshEntry
}

/** How Argo CD names a cluster: exactly one of the two. */
export interface Destination {
  readonly name?: string
  readonly server?: string
}

export type Protocol = 'HTTP' | 'HTTPS' | 'GRPC' | 'TLS' | 'TCP'

export interface PortEntry {
  readonly name?: string
  readonly port: number
  readonly targetPort?: number | string
  readonly protocol?: Protocol
}

export interface HealthCheck {
  readonly enabled?: boolean
  readonly path?: string
  readonly port?: number
  readonly protocol?: 'HTTP' | 'HTTPS'
  readonly protocolVersion?: 'HTTP1' | 'HTTP2'
  readonly intervalSeconds?: number
  readonly timeoutSeconds?: number
  readonly healthyThresholdCount?: number
  readonly unhealthyThresholdCount?: number
  readonly statusMatch?: string
}

export type ClusterUse =
  | string
  | { readonly name: string; readonly traffic?: Traffic; readonly weight?: number }

export interface ClusterSelector {
  readonly matchLabels: Readonly<Record<string, string>>
}

export interface ServiceEntry {
  readonly name: string
  readonly namespace: string
  readonly clusters: readonly ClusterUse[] | ClusterSelector
  readonly port?: number
  readonly targetPort?: number | string
  readonly protocol?: Protocol
  readonly ports?: readonly PortEntry[]
  readonly selector?: Readonly<Record<string, string>>
  readonly source?: string | SourceEntry
  readonly healthCheck?: HealthCheck
  readonly primaryRoute?: string
  readonly mesh?: ServiceMeshEntry
}

export interface SourceEntry {
  readonly repository: string
  readonly revision?: string
  readonly path: string
}

export type RouteKind = 'HTTPRoute' | 'GRPCRoute' | 'TLSRoute'

export interface RouteEntry {
  readonly name: string
  readonly namespace: string
  readonly kind?: RouteKind
  readonly listeners?: readonly string[]
  readonly hostnames?: readonly string[]
  readonly rules: readonly RuleEntry[]
  readonly auth?: AuthEntry
  readonly accessLogs?: readonly string[]
  readonly takeoverFrom?: string
  readonly serviceName?: string
  readonly standalone?: boolean
  readonly tags?: Readonly<Record<string, string>>
}

export interface RuleEntry {
  readonly match?: MatchEntry
  readonly to: string | BackendEntry | readonly (string | BackendEntry)[]
}

export interface MatchEntry {
  readonly path?:
    | string
    | { readonly type?: 'Exact' | 'PathPrefix' | 'RegularExpression'; readonly value: string }
  readonly method?: HttpMethod | GrpcMethod
  readonly headers?: readonly HeaderMatch[]
  readonly queryParams?: readonly HeaderMatch[]
}

export type HttpMethod =
  | 'GET'
  | 'HEAD'
  | 'POST'
  | 'PUT'
  | 'DELETE'
  | 'CONNECT'
  | 'OPTIONS'
  | 'TRACE'
  | 'PATCH'

export interface GrpcMethod {
  readonly type?: 'Exact' | 'RegularExpression'
  readonly service?: string
  readonly method?: string
}

export interface HeaderMatch {
  readonly type?: 'Exact' | 'RegularExpression'
  readonly name: string
  readonly value: string
}

export interface BackendEntry {
  readonly service?: string
  readonly cluster?: string
  readonly port?: number | string
  readonly weight?: number
  readonly targetGroup?: string
}

export interface NamespaceEntry {
  readonly name: string
  readonly clusters?: readonly string[] | ClusterSelector
  readonly labels?: Readonly<Record<string, string>>
  readonly external?: boolean
}

export interface LintEntry {
  readonly profile?: 'recommended' | 'permissive'
  readonly clusters?: Readonly<
    Record<string, { readonly files: readonly string[]; readonly complete?: boolean }>
  >
  readonly policies?: readonly string[]
  readonly rules?: Readonly<Record<string, 'error' | 'warning' | 'info' | 'ignore'>>
  readonly suppress?: readonly SuppressEntry[]
}

export interface SuppressEntry {
  readonly rule: string
  readonly object: string
  readonly reason: string
  readonly expires?: string
}
