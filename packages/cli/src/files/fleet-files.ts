import { resolve, sep } from 'node:path'
import {
  type Crd,
  type Fleet,
  type FleetCluster,
  readFleet,
  type Tagged,
  withSchemas,
} from '@espalier/linter'
import { didYouMean, type Source } from '@espalier/model'
import { diskFiles } from './disk-files.ts'
import { display } from './display.ts'
import type { FileSystem } from './file-system.ts'
import { listManifests } from './list-manifests.ts'
import type { NamedCluster } from './named-clusters.ts'
import { readText } from './read-text.ts'
import type { Result } from './result.ts'
import { clustersOf, renderedFor, type Territory } from './territory.ts'

export interface FleetRequest {
  readonly cwd: string
  /** What to lint; nothing means the rendered trees, lint.clusters and the named clusters. */
  readonly paths: readonly string[]
  readonly territories: readonly Territory[]
  readonly named: readonly NamedCluster[]
  /** Where they are read from; the disk, unless said. */
  readonly files?: FileSystem
  /** CustomResourceDefinitions from elsewhere. */
  readonly crds?: readonly Crd[]
  /** Told what is being done. */
  readonly tick?: (what: string) => void
}

/** Reads manifests and says to which cluster each belongs: one fleet for each topology, or a single one without. */
export async function readFleets(request: FleetRequest): Promise<Result<readonly Fleet[]>> {
  const { cwd, territories, named, files: from = diskFiles, crds } = request
  const stranger = strangerAmong(named, territories)
  if (stranger !== undefined) return { error: stranger }
  const files = filesToRead(request)
  if (files.error !== undefined) return files
  await from.prepare(files.value)
  const sources = new Map<string, Source>()
  for (const [at, path] of files.value.entries()) {
    request.tick?.(`reading: ${at} of ${files.value.length} files`)
    const { value: text, error } = readText(path, from)
    if (error !== undefined) return { error: `${display(path, cwd)} cannot be read: ${error}` }
    sources.set(path, { file: display(path, cwd), text })
  }
  const read = new Set(sources.keys())
  const [first, ...others] = territories.length > 0 ? territories : [undefined]
  const claimed = new Set<string>()
  const fleets = [...others, first].map(territory => {
    const own = named.filter(({ name }) => homeOf(name, territories) === territory)
    const tagged = [...sources].flatMap(([path, source]): readonly Tagged[] => {
      const given = tagsOf(path, territory, own)
      const tags = given.length > 0 || !territory ? given : strayTag(path, territory, request)
      if (tags.length > 0) claimed.add(path)
      // The first topology comes last, and takes what no other has claimed.
      const left = territory === first && !claimed.has(path) ? [{ rendered: false }] : tags
      return left.map(tag => ({ ...tag, source }))
    })
    const clusters = territory ? clustersOf(territory, read, folder => covers(request, folder)) : []
    return readFleet(tagged, [...clusters, ...newClusters(own, clusters)], territory?.model)
  })
  request.tick?.('checking schemas')
  return { value: await Promise.all(fleets.map(fleet => withSchemas(fleet, crds))) }
}

function filesToRead({
  cwd,
  paths,
  territories,
  named,
  files: from = diskFiles,
}: FleetRequest): Result<readonly string[]> {
  const found = new Set<string>()
  for (const path of paths) {
    const { value, error } = listManifests(resolve(cwd, path), cwd, from)
    if (error !== undefined) return { error }
    for (const file of value) found.add(file)
  }
  if (paths.length === 0) {
    const trees = territories.flatMap(({ rendered, listed, beside }) => [
      ...rendered.values(),
      ...listed.values(),
      beside.keys(),
    ])
    for (const files of [...trees, ...named.map(({ files }) => files)])
      for (const file of files) found.add(file)
  }
  return { value: [...found].sort() }
}

function tagsOf(
  path: string,
  territory: Territory | undefined,
  named: readonly NamedCluster[],
): readonly Omit<Tagged, 'source'>[] {
  const rendered = territory && renderedFor(path, territory)
  if (rendered !== undefined) return [{ cluster: rendered, rendered: true }]
  const listed = [...(territory?.listed ?? [])].filter(([, files]) => files.has(path)).map(([name]) => name)
  const names =
    listed.length > 0 ? listed : named.filter(({ files }) => files.has(path)).map(({ name }) => name)
  return names.map(cluster => ({ cluster, rendered: false }))
}

/** A file that nobody gives to a cluster may lie in a folder of the tree that is named as a cluster is; the first topology says it. */
function strayTag(
  path: string,
  territory: Territory,
  { territories, named }: FleetRequest,
): readonly Omit<Tagged, 'source'>[] {
  const folder = territory.beside.get(path)
  if (folder === undefined || territories.find(({ beside }) => beside.has(path)) !== territory) return []
  const isGiven = territories.some(one => tagsOf(path, one, named).length > 0)
  return isGiven ? [] : [{ cluster: folder, rendered: false }]
}

/** The topology that declares a cluster, else the first. */
function homeOf(name: string, territories: readonly Territory[]): Territory | undefined {
  return (
    territories.find(({ model }) => model.clusters.some(cluster => cluster.name === name)) ?? territories[0]
  )
}

function newClusters(
  named: readonly NamedCluster[],
  known: readonly FleetCluster[],
): readonly FleetCluster[] {
  return named
    .filter(({ name }) => !known.some(cluster => cluster.name === name))
    .map(({ name, role }) => ({ name, role, rendered: false, complete: false }))
}

/** A name that `--cluster` misspells, or a role that contradicts the topology. */
function strangerAmong(
  named: readonly NamedCluster[],
  territories: readonly Territory[],
): string | undefined {
  const clusters = territories.flatMap(({ model }) => model.clusters)
  const names = clusters.map(({ name }) => name)
  for (const { name, role, told } of named) {
    const cluster = clusters.find(one => one.name === name)
    if (cluster === undefined && !told && clusters.length > 0)
      return `--cluster ${name}: the topology has no such cluster${didYouMean(name, names)}; --role ${name}=… adds one`
    if (cluster !== undefined && told && cluster.role !== role)
      return `--role ${name}=${role}: the topology says ${cluster.role}`
  }
  return undefined
}

function covers({ cwd, paths }: FleetRequest, folder: string): boolean {
  if (paths.length === 0) return true
  return paths.some(path => `${folder}${sep}`.startsWith(`${resolve(cwd, path)}${sep}`))
}
