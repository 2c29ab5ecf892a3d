import { groupOf } from '@espalier/model'
import { field, text } from '../fleet/fields.ts'
import type { Resource } from './resource.ts'

/** How kustomize tells objects apart. */
export interface Id {
  readonly group: string
  readonly version: string
  readonly kind: string
  readonly namespace: string
  readonly name: string
}

export function idOf(object: unknown): Id {
  const apiVersion = text(field(object, 'apiVersion')) ?? ''
  return {
    group: groupOf(apiVersion),
    version: apiVersion.slice(apiVersion.indexOf('/') + 1),
    kind: text(field(object, 'kind')) ?? '',
    namespace: text(field(object, 'metadata', 'namespace')) ?? '',
    name: text(field(object, 'metadata', 'name')) ?? '',
  }
}

/** What an object was called before each change of its name, in that order; group and version are always its present ones. */
export function formerIds({ object, former }: Resource): readonly Id[] {
  const { group, version } = idOf(object)
  return former.map(one => ({ ...one, group, version }))
}

/** What an object was called before anything was done to it. */
export function originalId(resource: Resource): Id {
  return formerIds(resource)[0] ?? idOf(resource.object)
}

/** The resource, about to be called something else. */
export function remember(resource: Resource): Resource {
  const id = idOf(resource.object)
  return { ...resource, former: [...resource.former, { ...id, namespace: effectiveNamespace(id) }] }
}

/** Equal for what kustomize takes for the same object. */
export function idKey(id: Id): string {
  return [id.group, id.version, id.kind, effectiveNamespace(id), id.name].join('\0')
}

/** `default` where a namespaced kind has none, a name that no namespace has for the others. */
export function effectiveNamespace(id: Id): string {
  return isClusterScoped(id) ? '_non_namespaceable_' : id.namespace || 'default'
}

/** True for the kinds that kustomize itself knows to have no namespace; it takes all others for namespaced. */
export function isClusterScoped({ group, kind }: Id): boolean {
  return clusterScoped.has(group === '' ? kind : `${kind}.${group}`)
}

// Source: kyaml/openapi v0.21.1, IsCertainlyClusterScoped over its own schema of Kubernetes 1.21.
const clusterScoped = new Set([
  'APIService.apiregistration.k8s.io',
  'CSIDriver.storage.k8s.io',
  'CSINode.storage.k8s.io',
  'CertificateSigningRequest.certificates.k8s.io',
  'ClusterRole.rbac.authorization.k8s.io',
  'ClusterRoleBinding.rbac.authorization.k8s.io',
  'ComponentStatus',
  'CustomResourceDefinition.apiextensions.k8s.io',
  'FlowSchema.flowcontrol.apiserver.k8s.io',
  'IngressClass.networking.k8s.io',
  'MutatingWebhookConfiguration.admissionregistration.k8s.io',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PodSecurityPolicy.policy',
  'PriorityClass.scheduling.k8s.io',
  'PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io',
  'RuntimeClass.node.k8s.io',
  'StorageClass.storage.k8s.io',
  'ValidatingWebhookConfiguration.admissionregistration.k8s.io',
  'VolumeAttachment.storage.k8s.io',
])
