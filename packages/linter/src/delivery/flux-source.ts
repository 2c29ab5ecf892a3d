import type { Model } from '@espalier/model'
import { field, text } from '../fleet/fields.ts'
import { type Artifact, originOf } from './artifact-paths.ts'
import type { EngineObject } from './engine-objects.ts'

/** The sources of Flux, as far as they are among the files. */
export interface FluxSources {
  readonly models: readonly Model[]
  readonly gitRepositories: readonly EngineObject[]
  readonly artifacts: readonly Artifact[]
  /** True for an address of the repository that is linted. */
  isOwn(url: string): boolean
}

/** Where a path of a Kustomization's source is in this repository; nothing where it is in another, or nobody can say. */
export function pathInRepository(by: EngineObject, path: string, sources: FluxSources): string | undefined {
  const ref = field(by.object, 'spec', 'sourceRef')
  const [kind, name = ''] = [text(field(ref, 'kind')), text(field(ref, 'name'))]
  const namespace = text(field(ref, 'namespace')) ?? text(by.object.metadata.namespace) ?? ''
  if (kind === 'ExternalArtifact') {
    const found = sources.artifacts.filter(one => one.name === name && one.namespace === namespace)
    const artifact = nearest(found, by.path)
    const origin = artifact && originOf(artifact, path)
    const isHere = origin !== undefined && isThis({ ...origin, namespace }, sources)
    return isHere ? origin.path : undefined
  }
  return isThis({ kind, name, namespace }, sources) ? path : undefined
}

interface SourceRef {
  readonly kind: string | undefined
  readonly name: string
  readonly namespace: string
}

function isThis(
  { kind, name, namespace }: SourceRef,
  { gitRepositories, models, isOwn }: FluxSources,
): boolean {
  const found =
    kind === 'GitRepository' ? gitRepositories.filter(({ object }) => object.metadata.name === name) : []
  const near = found.filter(({ object }) => (text(object.metadata.namespace) ?? namespace) === namespace)
  const [repository] = near.length > 0 ? near : found
  if (repository !== undefined) return isOwn(text(field(repository.object, 'spec', 'url')) ?? '')
  // What bootstrap and the operator make need not be in the repository.
  return ['flux-system', ...models.map(({ gitops }) => gitops.flux.source.name)].includes(name)
}

/** Clusters have objects of one name each: the one that shares most folders with a path; nothing where two do. */
function nearest<T extends { readonly path: string }>(found: readonly T[], path: string): T | undefined {
  const steps = path.split('/')
  const shared = (one: T) => {
    const other = one.path.split('/')
    const differs = steps.findIndex((step, index) => step !== other[index])
    return differs < 0 ? steps.length : differs
  }
  const most = Math.max(...found.map(shared))
  const [best, ...others] = found.filter(one => shared(one) === most)
  return others.length > 0 ? undefined : best
}
