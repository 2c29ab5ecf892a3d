import { groupKind, type Model, type Source } from '@espalier/model'
import type { Delivery } from '../delivery/delivery.ts'
import { type Document, type Documents, readDocuments, type Texts } from './documents.ts'
import { text } from './fields.ts'
import type { Entry, Fleet, FleetCluster, Remark, Tagged } from './fleet.ts'
import { indexFleet } from './index-fleet.ts'
import { clusterScoped } from './kinds.ts'
import { isKustomization, readKustomizations } from './kustomization.ts'
import { isManifest, whatIsMissing } from './manifest.ts'

export interface Known {
  /** Texts that somebody has read already. */
  readonly texts?: Texts
  readonly deliveries?: readonly Delivery[]
}

/** Every manifest of the texts, in its cluster. Texts tagged with a cluster that is not among `clusters` belong to none. */
export function readFleet(
  tagged: readonly Tagged[],
  clusters: readonly FleetCluster[],
  model?: Model,
  { texts: read, deliveries = [] }: Known = {},
): Fleet {
  const sorted = [...tagged].sort(inOrder)
  const texts = new Map<Source, Documents>()
  for (const { source } of sorted)
    if (!texts.has(source)) texts.set(source, read?.get(source) ?? readDocuments(source))

  const all = [...texts.values()]
  const kustomizations = readKustomizations(all.flatMap(({ documents }) => documents))
  const byName = new Map(clusters.map(cluster => [cluster.name, cluster]))
  const parts = sorted.map(({ source, cluster: name, rendered, changed = false }) => {
    const cluster = byName.get(name ?? '')
    const owner = cluster ? { cluster } : name === undefined ? {} : { beside: name }
    const kustomized = changed || kustomizations.isAbove(source.file)
    const documents = manifestsOf(texts.get(source))
    return {
      arePatches: kustomizations.patches.has(source.file),
      entries: entriesOf(documents, { ...owner, rendered, kustomized }),
      strays: rendered ? straysOf(documents, source) : [],
    }
  })
  return indexFleet({
    ...(model && { model }),
    clusters: [...clusters].sort((a, b) => compare(a.name, b.name)),
    entries: parts.flatMap(part => (part.arePatches ? [] : part.entries)),
    patches: parts.flatMap(part => (part.arePatches ? part.entries : [])),
    faults: all.flatMap(({ faults }) => faults),
    strays: parts.flatMap(({ strays }) => strays),
    files: [...texts.keys()],
    deliveries,
  })
}

function manifestsOf(text: Documents | undefined): readonly Document[] {
  return text?.documents.filter(({ value, place }) => !isKustomization(value, place.source.file)) ?? []
}

// Argo CD applies the JSON files of a folder too, but not every JSON file there has to be a manifest.
function straysOf(documents: readonly Document[], { file }: Source): readonly Remark[] {
  if (file.endsWith('.json')) return []
  return documents
    .filter(({ value }) => !isManifest(value))
    .map(({ value, place }) => ({ at: place, message: whatIsMissing(value) }))
}

type Tags = Pick<Entry, 'cluster' | 'beside' | 'rendered' | 'kustomized'>

function entriesOf(documents: readonly Document[], tags: Tags): readonly Entry[] {
  return documents.flatMap(({ value: object, place, ambiguous }) => {
    if (!isManifest(object)) return []
    const kind = groupKind(object)
    const namespace = clusterScoped.has(kind) ? '' : text(object.metadata.namespace) || 'default'
    const doubtful = ambiguous.length > 0 && { ambiguous }
    return [{ object, kind, name: object.metadata.name, namespace, place, ...tags, ...doubtful }]
  })
}

function inOrder(a: Tagged, b: Tagged): number {
  return compare(a.source.file, b.source.file) || compare(a.cluster ?? '', b.cluster ?? '')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
