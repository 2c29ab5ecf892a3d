export interface Metadata {
  readonly name: string
  readonly namespace?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly annotations?: Readonly<Record<string, string>>
  readonly [field: string]: unknown
}

/** A whole Kubernetes object as data; nothing beyond these four fields is promised. */
export interface KubeObject {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: Metadata
  readonly [field: string]: unknown
}

/** `apps/v1` → `apps`; the core group is the empty string. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/')
  return slash < 0 ? '' : apiVersion.slice(0, slash)
}

/** `HTTPRoute.gateway.networking.k8s.io`, the one spelling in which kinds of different groups never meet; core kinds stand alone. */
export function groupKind(object: { readonly apiVersion: string; readonly kind: string }): string {
  const group = groupOf(object.apiVersion)
  return group === '' ? object.kind : `${object.kind}.${group}`
}

/** Equal for two objects exactly where one API server would take them for the same one. */
export function identity(object: KubeObject): string {
  return `${groupKind(object)}/${object.metadata.namespace ?? ''}/${object.metadata.name}`
}

/** `default/shop`, or `shop` for what is cluster-scoped. */
export function fullName(object: { readonly metadata: Metadata }): string {
  const { namespace, name } = object.metadata
  return namespace === undefined ? name : `${namespace}/${name}`
}
