import { group, type Model, type Source } from '@espalier/model'
import type { Delivery } from '../delivery/delivery.ts'
import { buildAll } from '../kustomize/build-all.ts'
import type { Files } from '../kustomize/files.ts'
import { builtOf } from './built-of.ts'
import { chartsAmong } from './charts.ts'
import { type Documents, readDocuments, type Texts } from './documents.ts'
import { entriesOf, manifestsOf, type Owner, straysOf } from './entries-of.ts'
import type { Entry, Fleet, FleetCluster, Tagged } from './fleet.ts'
import { indexFleet } from './index-fleet.ts'
import { readKustomizations } from './kustomization.ts'
import { isFollowed, takenBy } from './kustomized.ts'
import { sealedAmong } from './sealed.ts'
import { filesThroughKustomize } from './through-kustomize.ts'

export interface Known {
  /** Texts that somebody has read already. */
  readonly texts?: Texts
  readonly deliveries?: readonly Delivery[]
  /** Where bases of kustomizations lie, and whatever else a build reads; without it there are only the texts. */
  readonly files?: Files
}

/**
 * Every manifest of the texts, in its cluster; where they hold kustomizations, what those make. Texts tagged with a cluster that is not
 * among `clusters` belong to none.
 */
export function readFleet(
  tagged: readonly Tagged[],
  clusters: readonly FleetCluster[],
  model?: Model,
  { texts: read, deliveries = [], files }: Known = {},
): Fleet {
  const charts = chartsAmong(tagged)
  const sorted = tagged.filter(({ source }) => !charts.templates.has(source)).sort(inOrder)
  const texts = new Map<Source, Documents>()
  for (const one of sorted) if (!texts.has(one.source)) texts.set(one.source, documentsOf(one, read))
  const builds = buildAll({ tagged: sorted, texts, files, deliveries })
  const sealed = sealedAmong(sorted, texts)
  const open = [...builds.filter(one => !isFollowed(one.build)), ...sealed].map(({ cluster }) => cluster)
  const known = withoutOpen(clusters, new Set(open))
  const byName = new Map(known.map(cluster => [cluster.name, cluster]))
  const ownerOf = (name: string | undefined): Owner => {
    const cluster = byName.get(name ?? '')
    return { cluster, beside: cluster ? undefined : name }
  }

  const all = [...texts.values()]
  const kustomizations = readKustomizations(all.flatMap(({ documents }) => documents))
  const isTaken = takenBy(builds, kustomizations.patches, deliveries)
  const ofFlux = filesThroughKustomize(deliveries)
  const parts = sorted
    .filter(one => !isTaken(one))
    .map(({ source, cluster, rendered, changed = false }) => {
      const isBelow = kustomizations.isAbove(source.file)
      const kustomized = changed || isBelow
      const viaKustomize = isBelow || ofFlux.has(source.file)
      const text = texts.get(source)
      const documents = manifestsOf(text)
      const arePatches = kustomizations.patches.has(source.file)
      const entries = entriesOf(documents, { owner: ownerOf(cluster), rendered, kustomized, viaKustomize })
      const isAll = entries.length === documents.length && text?.faults.length === 0
      return {
        file: source.file,
        cluster: cluster ?? '',
        arePatches,
        entries,
        isWhole: isAll && !kustomized && !arePatches,
        strays: rendered ? straysOf(documents, source) : [],
      }
    })
  const made = builds.map(one => ({ ...one, built: builtOf(one) }))
  const built = made.flatMap(({ cluster, changed, build, built }) => {
    const kustomized = changed || !isFollowed(build)
    return entriesOf(build.documents, {
      owner: ownerOf(cluster),
      rendered: false,
      kustomized,
      viaKustomize: true,
      built,
    })
  })
  const plain = parts.flatMap(part => (part.arePatches ? [] : part.entries))
  const whole = parts.filter(({ isWhole }) => isWhole)
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
    built: made.map(one => one.built),
    wholeFiles: new Map(
      [...group(whole, ({ cluster }) => cluster)].map(([cluster, all]) => [
        cluster,
        new Set(all.map(({ file }) => file)),
      ]),
    ),
    files: [...texts.keys()],
    deliveries,
  })
}

function documentsOf({ source, fault }: Tagged, read: Texts | undefined): Documents {
  if (fault === undefined) return read?.get(source) ?? readDocuments(source)
  return { documents: [], faults: [{ at: { source, doc: 0, path: [], offset: 0 }, ...fault }] }
}

/** A cluster of which a build is not known in full, or an object is encrypted, is not complete, whoever said so. */
function withoutOpen(
  clusters: readonly FleetCluster[],
  open: ReadonlySet<string | undefined>,
): readonly FleetCluster[] {
  return clusters.map(cluster =>
    cluster.complete && open.has(cluster.name) ? { ...cluster, complete: false } : cluster,
  )
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
