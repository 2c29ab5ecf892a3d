import { groupKind, groupOf, type KubeObject, type Place, type Source } from '@espalier/model'
import type { Documents } from '../fleet/documents.ts'
import { field, text } from '../fleet/fields.ts'
import { oncePer } from '../fleet/once-per.ts'

/** An object of Argo CD or Flux, and the file it stands in. */
export interface EngineObject {
  readonly object: KubeObject
  readonly kind: string
  readonly at: Place
  /** Relative to the repository's root. */
  readonly path: string
  /** Of one that a delivery has changed on its way: what it is written as, and whose delivery that is. */
  readonly made?: { readonly of: EngineObject; readonly by: EngineObject }
}

export const engineKinds = {
  application: 'Application.argoproj.io',
  applicationSet: 'ApplicationSet.argoproj.io',
  appProject: 'AppProject.argoproj.io',
  kustomization: 'Kustomization.kustomize.toolkit.fluxcd.io',
  fluxInstance: 'FluxInstance.fluxcd.controlplane.io',
  artifactGenerator: 'ArtifactGenerator.source.extensions.fluxcd.io',
  gitRepository: 'GitRepository.source.toolkit.fluxcd.io',
} as const

/** Those that deliver. */
export const delivering: readonly string[] = [
  engineKinds.application,
  engineKinds.applicationSet,
  engineKinds.kustomization,
  engineKinds.fluxInstance,
]

const mentioned = /argoproj\.io\/|fluxcd\.|provider:/

/** Those of a file, and what says which clusters there are: cluster Secrets, and ConfigMaps that name one. */
export function engineObjectsOf(path: string, { documents }: Documents): readonly EngineObject[] {
  return documents.flatMap(({ value, place }) => {
    const kind = kindOf(value)
    return kind === undefined || !isNamed(value) ? [] : [{ object: value, kind, at: place, path }]
  })
}

/** True for texts worth looking into. */
export const mentionsEngine: (source: Source) => boolean = oncePer(({ text }) => mentioned.test(text))

const others: readonly string[] = ['Secret', 'ConfigMap', 'ExternalSecret.external-secrets.io']
const groups: readonly string[] = [
  'argoproj.io',
  'kustomize.toolkit.fluxcd.io',
  'source.toolkit.fluxcd.io',
  'source.extensions.fluxcd.io',
  'fluxcd.controlplane.io',
]

function kindOf(value: unknown): string | undefined {
  const [apiVersion, kind] = [text(field(value, 'apiVersion')), text(field(value, 'kind'))]
  if (apiVersion === undefined || kind === undefined) return undefined
  const full = groupKind({ apiVersion, kind })
  return groups.includes(groupOf(apiVersion)) || others.includes(full) ? full : undefined
}

function isNamed(value: unknown): value is KubeObject {
  return text(field(value, 'metadata', 'name')) !== undefined
}

/** `Application argocd/cart`, as messages name it. */
export function engineTitle(object: KubeObject): string {
  const namespace = text(object.metadata.namespace)
  return `${object.kind} ${namespace ? `${namespace}/` : ''}${object.metadata.name}`
}
