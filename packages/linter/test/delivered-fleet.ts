import { type AttributionRequest, attribute, type Fleet, readFleet, readTexts } from '@espalier/linter'
import { filesOf } from '../src/kustomize/files-of.ts'
import type { Files } from './attributed.ts'
import { repositoryOf } from './repository-of.ts'

/** The fleet of some files, in the clusters that engines, and `given`, say. */
export function deliveredFleet(files: Files, given: AttributionRequest['given'] = () => []): Fleet {
  const sources = Object.entries(files).map(([file, text]) => ({ file, text }))
  const texts = readTexts(sources)
  const around = filesOf(sources)
  const { clusters, changed, deliveries } = attribute({
    repository: repositoryOf(sources),
    models: [],
    read: texts,
    files: around,
    given,
  })
  const tagged = sources.flatMap(source => {
    const said = given(source.file).map(({ cluster }) => cluster)
    const names = said.length > 0 ? said : (clusters.get(source.file) ?? [undefined])
    return names.map(cluster => ({
      source,
      rendered: false,
      changed: changed.has(source.file),
      ...(cluster && { cluster }),
    }))
  })
  const names = new Set(tagged.flatMap(({ cluster }) => cluster ?? []))
  const known = [...names].map(name => ({
    name,
    role: 'workload' as const,
    rendered: false,
    complete: false,
  }))
  return readFleet(tagged, known, undefined, { texts, deliveries, files: around })
}

/** `east shop/a` for each object of a file, sorted. */
export function comeOf({ entries }: Fleet, file: string): readonly string[] {
  return entries
    .filter(({ place }) => place.source.file === file)
    .map(({ cluster, namespace, name }) => `${cluster?.name ?? '?'} ${namespace}/${name}`)
    .sort()
}
