import type { Source } from '@espalier/model'
import { type Document, type Documents, readDocuments } from '../fleet/documents.ts'
import { field } from '../fleet/fields.ts'
import type { Tagged } from '../fleet/fleet.ts'
import { folderOf, isKustomization } from '../fleet/kustomization.ts'
import { type Build, build } from './build.ts'
import type { Files } from './files.ts'
import { filesOf } from './files-of.ts'
import { rootsAmong } from './roots.ts'

/** What a caller knows about the kustomizations of a fleet. */
export interface Kustomizing {
  /** Where bases lie, and whatever else a build reads; without it there are only the texts of the fleet. */
  readonly files?: Files
  /** Folders to build for a cluster, beside those of which a text shows the kustomization. */
  readonly folders?: readonly KustomizedFolder[]
}

export interface KustomizedFolder {
  readonly folder: string
  readonly cluster?: string
}

/** A build for the cluster that its files were tagged with. */
export interface ClusterBuild {
  readonly cluster: string | undefined
  readonly build: Build
}

/** Builds what each cluster has of kustomizations. What is rendered is applied as it lies: Espalier's own kustomizations only list files. */
export function buildAll(
  tagged: readonly Tagged[],
  texts: Map<Source, Documents>,
  { files, folders = [] }: Kustomizing,
): readonly ClusterBuild[] {
  const own = new Map<string | undefined, Document[]>(folders.map(({ cluster }) => [cluster, []]))
  for (const { source, cluster, rendered } of tagged) {
    if (rendered) continue
    for (const document of texts.get(source)?.documents ?? [])
      if (isKustomization(document.value, source.file))
        own.set(cluster, [...(own.get(cluster) ?? []), document])
  }
  if (own.size === 0) return []
  const from = files ?? filesOf([...texts.keys()])
  const read = (source: Source): Documents => {
    const documents = texts.get(source) ?? readDocuments(source)
    texts.set(source, documents)
    return documents
  }
  return [...own].flatMap(([cluster, kustomizations]) => {
    const given = folders.filter(one => one.cluster === cluster).map(({ folder }) => folder)
    const roots = new Set([...given, ...rootsAmong(kustomizations)])
    const builds = [...roots].map(folder => build(folder, from, read))
    // What leads in a circle has no root, and shows only when one of its folders is built.
    const reached = new Set(builds.flatMap(({ texts }) => [...texts.keys()]))
    for (const { value, place } of kustomizations) {
      if (reached.has(place.source) || field(value, 'kind') === 'Component') continue
      const more = build(folderOf(place.source.file), from, read)
      for (const source of more.texts.keys()) reached.add(source)
      builds.push(more)
    }
    return builds.map(one => ({ cluster, build: one }))
  })
}
