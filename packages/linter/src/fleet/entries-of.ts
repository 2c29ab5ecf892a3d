import { type AmbiguousScalar, groupKind, type Source } from '@espalier/model'
import { kubernetesValue } from '../schema/kubernetes-reading.ts'
import type { Document, Documents } from './documents.ts'
import { text } from './fields.ts'
import type { Entry, Remark } from './fleet.ts'
import { clusterScoped } from './kinds.ts'
import { isKustomization } from './kustomization.ts'
import { isManifest, whatIsMissing } from './manifest.ts'
import { isSealed } from './sealed.ts'

export type Owner = Pick<Entry, 'cluster' | 'beside'>

interface Tags
  extends Pick<Entry, 'rendered' | 'kustomized' | 'viaKustomize'>,
    Partial<Pick<Entry, 'built'>> {
  readonly owner: Owner
}

/** The objects among some documents that can be judged. */
export function entriesOf(
  documents: readonly Document[],
  { owner: { cluster, beside }, rendered, kustomized, viaKustomize, built }: Tags,
): readonly Entry[] {
  return documents.flatMap(({ value: object, place, ambiguous }) => {
    if (!isManifest(object) || isSealed(object)) return []
    const kind = groupKind(object)
    const namespace = clusterScoped.has(kind) ? '' : text(object.metadata.namespace) || 'default'
    const { name } = object.metadata
    const differing = viaKustomize ? ambiguous.filter(isNoWord) : ambiguous
    // Field by field: a fleet has many, and a spread takes ten times as long.
    return [
      {
        object,
        kind,
        name,
        namespace,
        cluster,
        beside,
        place,
        rendered,
        kustomized,
        viaKustomize,
        built,
        ambiguous: differing,
      },
    ]
  })
}

// Kustomize writes `yes` as the text that it takes it for, and numbers as numbers.
function isNoWord({ text }: AmbiguousScalar): boolean {
  return typeof kubernetesValue(text) !== 'boolean'
}

/** All but what only kustomize reads. */
export function manifestsOf(text: Documents | undefined): readonly Document[] {
  return text?.documents.filter(({ value, place }) => !isKustomization(value, place.source.file)) ?? []
}

/** Those that are no objects. Argo CD applies the JSON files of a folder too, but not every JSON file there has to be a manifest. */
export function straysOf(documents: readonly Document[], { file }: Source): readonly Remark[] {
  if (file.endsWith('.json')) return []
  return documents
    .filter(({ value }) => !isManifest(value))
    .map(({ value, place }) => ({ at: place, message: whatIsMissing(value) }))
}
