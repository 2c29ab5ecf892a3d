import { group, type Source } from '@espalier/model'
import type { Delivery } from '../delivery/delivery.ts'
import type { Document, Documents, Texts } from '../fleet/documents.ts'
import { field } from '../fleet/fields.ts'
import type { Tagged } from '../fleet/fleet.ts'
import { folderOf, isKustomization } from '../fleet/kustomization.ts'
import { readOnce } from '../fleet/read-once.ts'
import { type Build, build } from './build.ts'
import type { Files } from './files.ts'
import { filesOf } from './files-of.ts'
import { readyBuilds } from './ready-builds.ts'
import { rewrittenByFlux } from './rewritten-by-flux.ts'
import { rootsAmong } from './roots.ts'
import { takenByReady } from './taken-by-ready.ts'

/** A build for the cluster that its kustomization was tagged with. */
export interface ClusterBuild {
  readonly cluster: string | undefined
  /** Of its kustomization; undefined where a delivery has made it. */
  readonly folder: string | undefined
  /** Whoever delivers it renames or moves what it makes. */
  readonly changed: boolean
  readonly build: Build
  /** It came with a delivery. */
  readonly isReady: boolean
}

export interface BuildRequest {
  readonly tagged: readonly Tagged[]
  /** What texts hold; those that builds read are added. */
  readonly texts: Map<Source, Documents>
  readonly files: Files | undefined
  readonly deliveries: readonly Delivery[]
}

/**
 * Builds the kustomizations of each cluster that no other one of it takes in; what a delivery has built comes first. Those without a
 * cluster come last, and only if no cluster has taken them in. What is rendered is applied as it lies: Espalier's own kustomizations only
 * list files.
 */
export function buildAll({ tagged, texts, files, deliveries }: BuildRequest): readonly ClusterBuild[] {
  const ready = readyBuilds(tagged, deliveries)
  const isReady = takenByReady(ready, deliveries)
  for (const { build } of ready)
    for (const [source, documents] of build.texts) if (!texts.has(source)) texts.set(source, documents)
  const { own, changed } = kustomizationsOf(tagged, texts, isReady)
  if (own.size === 0) return ready
  const from = files ?? filesOf([...texts.keys()])
  const read = readOnce(texts)
  const rewritten = rewrittenByFlux(deliveries)
  const reached = new Set<Source>(
    ready.flatMap(({ cluster, build }) => (cluster === undefined ? [] : [...build.texts.keys()])),
  )
  const inOrder = [...own].sort(([a], [b]) => Number(a === undefined) - Number(b === undefined))
  const others = inOrder.flatMap(([cluster, all]) => {
    const open = cluster === undefined ? all.filter(({ place }) => !reached.has(place.source)) : all
    const ofFlux = new Map(
      open.flatMap(({ place }) =>
        rewritten.has(place.source) ? [[folderOf(place.source.file), place] as const] : [],
      ),
    )
    const builds: ClusterBuild[] = []
    const seen = new Set<Source>()
    const add = (folder: string): void => {
      const at = ofFlux.get(folder)
      const made = build(folder, from, read, at && { spec: {}, at, listed: [] })
      const isChanged = changed.has(changeKey(cluster, folder))
      builds.push({ cluster, folder, changed: isChanged, build: made, isReady: false })
      for (const source of made.texts.keys()) {
        seen.add(source)
        reached.add(source)
      }
    }
    for (const folder of rootsAmong(open)) add(folder)
    // What leads in a circle has no root, and shows only when one of its folders is built.
    for (const { value, place } of open)
      if (!seen.has(place.source) && field(value, 'kind') !== 'Component') add(folderOf(place.source.file))
    return builds
  })
  return [...ready, ...others]
}

interface Kustomizations {
  readonly own: ReadonlyMap<string | undefined, readonly Document[]>
  readonly changed: ReadonlySet<string>
}

/** By cluster, with those that somebody changes on the way. */
function kustomizationsOf(
  tagged: readonly Tagged[],
  texts: Texts,
  isReady: (cluster: string | undefined, source: Source) => boolean,
): Kustomizations {
  const found = tagged.flatMap(({ source, cluster, rendered, changed = false }) => {
    if (rendered || isReady(cluster, source)) return []
    const documents = texts.get(source)?.documents ?? []
    return documents
      .filter(({ value }) => isKustomization(value, source.file))
      .map(document => ({ cluster, changed, document }))
  })
  const own = [...group(found, ({ cluster }) => cluster)].map(
    ([cluster, all]) => [cluster, all.map(({ document }) => document)] as const,
  )
  const changed = found
    .filter(one => one.changed)
    .map(({ cluster, document }) => changeKey(cluster, folderOf(document.place.source.file)))
  return { own: new Map(own), changed: new Set(changed) }
}

function changeKey(cluster: string | undefined, folder: string): string {
  return `${cluster ?? ''}\0${folder}`
}
