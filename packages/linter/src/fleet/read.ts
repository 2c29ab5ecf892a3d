import { groupKind, type KubeObject, type Model, type Source } from '@espalier/model'
import type { Build } from '../kustomize/build.ts'
import { buildAll, type ClusterBuild, type Kustomizing } from '../kustomize/build-all.ts'
import { chartsAmong } from './charts.ts'
import { type Document, type Documents, readDocuments } from './documents.ts'
import { field, isRecord, text } from './fields.ts'
import type { Entry, Fleet, FleetCluster, Remark, Tagged } from './fleet.ts'
import { indexFleet } from './index-fleet.ts'
import { clusterScoped } from './kinds.ts'
import { isKustomization, readKustomizations } from './kustomization.ts'
import { isSealed } from './sealed.ts'

/**
 * Every manifest of the texts, in its cluster; where they hold kustomizations, what those make. Texts tagged with a cluster that is not
 * among `clusters` belong to none.
 */
export function readFleet(
  tagged: readonly Tagged[],
  clusters: readonly FleetCluster[],
  model?: Model,
  kustomizing: Kustomizing = {},
): Fleet {
  const charts = chartsAmong(tagged)
  const sorted = tagged.filter(({ source }) => !charts.templates.has(source)).sort(inOrder)
  const texts = new Map<Source, Documents>()
  for (const one of sorted) if (!texts.has(one.source)) texts.set(one.source, documentsOf(one))
  const builds = buildAll(sorted, texts, kustomizing)
  const sealed = sealedAmong(sorted, texts)
  const known = withoutUnread(clusters, builds, new Set(sealed.map(({ cluster }) => cluster)))
  const byName = new Map(known.map(cluster => [cluster.name, cluster]))
  const ownerOf = (name: string | undefined): Pick<Entry, 'cluster' | 'beside'> => {
    const cluster = byName.get(name ?? '')
    return cluster ? { cluster } : name === undefined ? {} : { beside: name }
  }

  const all = [...texts.values()]
  const kustomizations = readKustomizations(all.flatMap(({ documents }) => documents))
  const isTaken = takenBy(builds, kustomizations.patches)
  const parts = sorted
    .filter(one => !isTaken(one))
    .map(({ source, cluster, rendered }) => {
      const kustomized = kustomizations.isAbove(source.file)
      const documents = manifestsOf(texts.get(source))
      return {
        arePatches: kustomizations.patches.has(source.file),
        entries: entriesOf(documents, { ...ownerOf(cluster), rendered, kustomized }),
        strays: rendered ? straysOf(documents, source) : [],
      }
    })
  const built = builds.flatMap(({ cluster, build }) =>
    entriesOf(build.documents, { ...ownerOf(cluster), rendered: false, kustomized: !isFollowed(build) }),
  )
  const plain = parts.flatMap(part => (part.arePatches ? [] : part.entries))
  const contents = new Set(builds.flatMap(({ build }) => [...build.contents]))
  return indexFleet({
    ...(model && { model }),
    clusters: [...known].sort((a, b) => compare(a.name, b.name)),
    entries: built.length === 0 ? plain : [...plain, ...built].sort(byFile),
    patches: parts.flatMap(part => (part.arePatches ? part.entries : [])),
    faults: all.flatMap(({ faults }) => faults).filter(({ at }) => !contents.has(at.source.file)),
    strays: parts.flatMap(({ strays }) => strays),
    unread: [...charts.remarks, ...sealed.map(({ remark }) => remark)],
    builds: builds.flatMap(({ build }) => build.remarks),
    files: [...texts.keys()],
  })
}

/** True for a text that a build has read for the same cluster: what it holds is in the build, or meant to be nowhere. */
function takenBy(builds: readonly ClusterBuild[], patches: ReadonlySet<string>): (tagged: Tagged) => boolean {
  const taken = new Map<string | undefined, Set<string>>()
  for (const { cluster, build } of builds) {
    const files = taken.get(cluster) ?? new Set()
    // A patch that may not have been applied is still looked into by itself.
    for (const { file } of build.texts.keys()) if (isFollowed(build) || !patches.has(file)) files.add(file)
    for (const file of build.contents) files.add(file)
    taken.set(cluster, files)
  }
  return ({ source, cluster, rendered }) => !rendered && taken.get(cluster)?.has(source.file) === true
}

/** True where what a build makes is all that kustomize makes, as far as rules look. */
function isFollowed({ remarks }: Build): boolean {
  return remarks.every(({ kind }) => kind === 'simplified')
}

/** A cluster of which a build is not known in full, or an object is encrypted, is not complete, whoever said so. */
function withoutUnread(
  clusters: readonly FleetCluster[],
  builds: readonly ClusterBuild[],
  sealed: ReadonlySet<string | undefined>,
): readonly FleetCluster[] {
  const open = builds.filter(({ build }) => !isFollowed(build)).map(({ cluster }) => cluster)
  const unread = new Set([...open, ...sealed])
  return clusters.map(cluster =>
    cluster.complete && unread.has(cluster.name) ? { ...cluster, complete: false } : cluster,
  )
}

function manifestsOf(text: Documents | undefined): readonly Document[] {
  return text?.documents.filter(({ value, place }) => !isKustomization(value, place.source.file)) ?? []
}

function documentsOf({ source, fault }: Tagged): Documents {
  if (fault === undefined) return readDocuments(source)
  return { documents: [], faults: [{ at: { source, doc: 0, path: [], offset: 0 }, message: fault }] }
}

/** The documents that SOPS keeps from everybody, each for the cluster that its text was tagged with. */
function sealedAmong(
  tagged: readonly Tagged[],
  texts: ReadonlyMap<Source, Documents>,
): readonly { readonly cluster: string | undefined; readonly remark: Remark }[] {
  return tagged.flatMap(({ source, cluster }) =>
    (texts.get(source)?.documents ?? []).flatMap(({ value, place }) =>
      isRecord(value) && isSealed(value)
        ? [{ cluster, remark: { at: place, message: 'SOPS has encrypted this object, so it is not linted' } }]
        : [],
    ),
  )
}

function isManifest(value: unknown): value is KubeObject {
  return whatIsMissing(value) === ''
}

function whatIsMissing(value: unknown): string {
  if (!isRecord(value)) return `a ${Array.isArray(value) ? 'list' : typeof value} is no Kubernetes object`
  const missing = [['apiVersion'], ['kind'], ['metadata', 'name']]
    .filter(path => !text(field(value, ...path)))
    .map(path => path.join('.'))
  return missing.length === 0 ? '' : `no Kubernetes object: it has no ${missing.join(', no ')}`
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
  return documents.flatMap(({ value: object, place }) => {
    if (!isManifest(object) || isSealed(object)) return []
    const kind = groupKind(object)
    const namespace = clusterScoped.has(kind) ? '' : text(object.metadata.namespace) || 'default'
    return [{ object, kind, name: object.metadata.name, namespace, place, ...tags }]
  })
}

function byFile(a: Entry, b: Entry): number {
  return compare(a.place.source.file, b.place.source.file) || a.place.doc - b.place.doc
}

function inOrder(a: Tagged, b: Tagged): number {
  return compare(a.source.file, b.source.file) || compare(a.cluster ?? '', b.cluster ?? '')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
