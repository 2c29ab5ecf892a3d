import { field, record, text } from '../fleet/fields.ts'
import type { EngineObject } from './engine-objects.ts'

/** A cluster as Argo CD knows it, by a Secret of the tree or by what makes one. */
export interface RegisteredCluster {
  readonly name: string
  readonly server: string
  readonly project: string
  readonly labels: ReadonlyMap<string, string>
  readonly annotations: ReadonlyMap<string, string>
}

/** Argo CD's own word for the cluster it runs in. */
export const localServer = 'https://kubernetes.default.svc'
const mark = 'argocd.argoproj.io/secret-type'

/** The cluster Secrets among some objects, and the ExternalSecrets whose template says as much in so many words. */
export function registeredClusters(objects: readonly EngineObject[]): readonly RegisteredCluster[] {
  return objects.flatMap(object => {
    if (!registersCluster(object)) return []
    const { metadata, data } = secretOf(object)
    const { name, server, project } = data
    if (!isPlain(name) || !isPlain(server)) return []
    const [labels, annotations] = [words(field(metadata, 'labels')), words(field(metadata, 'annotations'))]
    return [{ name, server: server.replace(/\/+$/, ''), project: text(project) ?? '', labels, annotations }]
  })
}

/** True for what tells Argo CD of a cluster, whether or not it can be read here. */
export function registersCluster(object: EngineObject): boolean {
  return field(secretOf(object).metadata, 'labels', mark) === 'cluster'
}

function secretOf({ kind, object }: EngineObject): {
  readonly metadata: unknown
  readonly data: Readonly<Record<string, unknown>>
} {
  if (kind === 'Secret')
    return { metadata: object.metadata, data: { ...decoded(object.data), ...record(object.stringData) } }
  const template = kind.startsWith('ExternalSecret.')
    ? field(object, 'spec', 'target', 'template')
    : undefined
  return { metadata: field(template, 'metadata'), data: record(field(template, 'data')) }
}

// A template of another tool in it, and nobody can say here what it will be.
function isPlain(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !/\{\{|\$\{|^<.*>$/.test(value)
}

function words(value: unknown): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(record(value)).flatMap(([key, one]) => (typeof one === 'string' ? [[key, one]] : [])),
  )
}

function decoded(data: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record(data)).map(([key, value]) => [key, textOf(value)]))
}

function textOf(base64: unknown): string | undefined {
  if (typeof base64 !== 'string' || !/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(base64)) return undefined
  try {
    return atob(base64.replace(/\s/g, ''))
  } catch {
    return undefined
  }
}
