// The Istio part of topology.yaml's shape (schemas/topology.schema.json says what each field means).

export interface MeshEntry {
  readonly id: string
  readonly version: string
  readonly dataPlane?: 'sidecar' | 'ambient'
  readonly controlPlane?: 'multi-primary' | 'primary-remote'
  readonly trust: MeshTrustEntry
  readonly networks?: readonly MeshNetworkEntry[]
  readonly discovery?: MeshDiscoveryEntry
}

export interface MeshTrustEntry {
  readonly domain?: string
  readonly design: 'pca-intermediate' | 'pca-istio-csr' | 'plugged'
  readonly root: string
  readonly authorities?: readonly { readonly name: string; readonly arn: string }[]
}

export interface MeshNetworkEntry {
  readonly name: string
  readonly cidrs?: readonly string[]
  readonly gateway?: { readonly scheme: 'internal' | 'internet-facing' }
}

export interface MeshDiscoveryEntry {
  readonly delivery: 'external-secrets'
  readonly store?: { readonly provider: 'aws-secrets-manager'; readonly prefix: string }
}

export interface ClusterMeshEntry {
  readonly role?: 'primary' | 'remote'
  readonly primaries?: readonly string[]
  readonly network?: string
  readonly version?: string
  readonly authority?: string
}

export interface ServiceMeshEntry {
  readonly consumers?: readonly string[] | { readonly matchLabels: Readonly<Record<string, string>> }
  readonly locality?: MeshLocalityEntry
  readonly outlier?: MeshOutlierEntry
}

export interface MeshLocalityEntry {
  readonly failover?: readonly { readonly from: string; readonly to: string }[]
  readonly distribute?: readonly { readonly from: string; readonly to: Readonly<Record<string, number>> }[]
  readonly priority?: readonly string[]
}

export interface MeshOutlierEntry {
  readonly consecutive5xxErrors?: number
  readonly intervalSeconds?: number
  readonly baseEjectionSeconds?: number
  readonly maxEjectionPercent?: number
}
