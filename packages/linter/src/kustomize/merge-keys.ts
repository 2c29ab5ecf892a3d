import type { Id } from './id.ts'
import { podSpecs } from './pod-specs.ts'

// Source: kyaml/openapi v0.21.1, x-kubernetes-patch-merge-key and x-kubernetes-list-map-keys of Kubernetes 1.21.

const inPodSpec: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  volumes: ['name'],
  imagePullSecrets: ['name'],
  hostAliases: ['ip'],
  topologySpreadConstraints: ['topologyKey', 'whenUnsatisfiable'],
}

const inContainer: Readonly<Record<string, readonly string[]>> = {
  env: ['name'],
  ports: ['containerPort', 'protocol'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
}

const elsewhere: Readonly<Record<string, readonly string[]>> = {
  'Service spec/ports': ['port', 'protocol'],
  'ServiceAccount secrets': ['name'],
  'ServiceAccount imagePullSecrets': ['name'],
  'MutatingWebhookConfiguration.admissionregistration.k8s.io webhooks': ['name'],
  'ValidatingWebhookConfiguration.admissionregistration.k8s.io webhooks': ['name'],
}

const podSpecOf = new Map(podSpecs)
const groups = ['', 'apps', 'batch']

/** By which fields a strategic merge tells the items of a list apart; without any the patch replaces the list, as it does in all custom resources. */
export function mergeKeys({ group, kind }: Id, path: readonly string[]): readonly string[] | undefined {
  const field = path.at(-1) ?? ''
  const own = elsewhere[`${group === '' ? kind : `${kind}.${group}`} ${path.join('/')}`]
  const podSpec = groups.includes(group) ? podSpecOf.get(kind) : undefined
  if (own !== undefined || podSpec === undefined) return own
  const parent = path.slice(0, -1).join('/')
  if (parent === podSpec) return inPodSpec[field]
  const isContainer = /\/(containers|initContainers|ephemeralContainers)$/.test(parent)
  return isContainer && path.slice(0, -2).join('/') === podSpec ? inContainer[field] : undefined
}
