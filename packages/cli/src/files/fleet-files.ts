import { relative, resolve, sep } from 'node:path'
import {
  type Attribution,
  type Crd,
  type Fleet,
  readFleet,
  readTexts,
  sureRoles,
  type Tagged,
  withSchemas,
} from '@espalier/linter'
import type { Source } from '@espalier/model'
import type { Environment } from '../git/run-git.ts'
import { askEngines } from './ask-engines.ts'
import { namesIn, newClusters, roleRemarks, strangerAmong } from './cluster-roles.ts'
import { diskFiles } from './disk-files.ts'
import { display, slashed } from './display.ts'
import type { FileSystem } from './file-system.ts'
import { listManifests } from './list-manifests.ts'
import type { NamedCluster, Roles } from './named-clusters.ts'
import { readText } from './read-text.ts'
import { repositoryOf } from './repository-of.ts'
import type { Result } from './result.ts'
import { clustersOf, renderedFor, type Territory } from './territory.ts'

export interface FleetRequest {
  readonly cwd: string
  /** What to lint; nothing means the rendered trees, lint.clusters and the named clusters. */
  readonly paths: readonly string[]
  readonly territories: readonly Territory[]
  readonly named: readonly NamedCluster[]
  readonly roles?: Roles
  /** Where they are read from; the disk, unless said. */
  readonly files?: FileSystem
  /** CustomResourceDefinitions from elsewhere. */
  readonly crds?: readonly Crd[]
  /** Told what is being done. */
  readonly tick?: (what: string) => void
  /** For Git, which knows by which addresses engines may know the repository. */
  readonly env?: Environment
}

export interface Fleets {
  readonly fleets: readonly Fleet[]
  /** What was taken for granted on the way, as sentences. */
  readonly remarks: readonly string[]
}

/** Reads manifests and says to which cluster each belongs: one fleet for each topology, or a single one without. */
export async function readFleets(request: FleetRequest): Promise<Result<Fleets>> {
  const { territories, named, roles = new Map(), files: from = diskFiles, crds } = request
  const stranger = strangerAmong(named, roles, territories)
  if (stranger !== undefined) return { error: stranger }
  const read = await readSources(request)
  if (read.error !== undefined) return read
  const sources = read.value
  const texts = readTexts(sources.values())
  const root = rootOf(request)
  const engines = await askEngines({ ...request, root, sources, texts, files: from })
  const places: Places = { root, named, engines }

  const [first, ...others] = territories.length > 0 ? territories : [undefined]
  const claimed = new Set<string>()
  const parts = [...others, first].map(territory => {
    const tagged = [...sources].flatMap(([path, source]): readonly Tagged[] => {
      const given = tagsOf(path, territory, territories, places)
      const tags = given.length > 0 || !territory ? given : strayTag(path, territory, territories, places)
      if (tags.length > 0) claimed.add(path)
      // The first topology comes last, and takes what no other has claimed.
      const left = territory === first && !claimed.has(path) ? [{ rendered: false }] : tags
      return left.map(tag => ({ ...tag, source }))
    })
    return { territory, tagged }
  })
  const names = [...new Set([...named.map(({ name }) => name), ...[...engines.clusters.values()].flat()])]
  const sure =
    territories.length + roles.size > 0 ? [] : parts.flatMap(({ tagged }) => sureRoles(tagged, texts))
  const paths = new Set(sources.keys())
  const fleets = parts.map(({ territory, tagged }) => {
    const clusters = territory ? clustersOf(territory, paths, folder => covers(request, folder)) : []
    const own = names.filter(name => homeOf(name, territories) === territory)
    const all = [...clusters, ...newClusters(own, clusters, roles, sure)]
    return readFleet(tagged, all, territory?.model, { texts, deliveries: engines.deliveries })
  })
  request.tick?.('checking schemas')
  const checked = await Promise.all(fleets.map(fleet => withSchemas(fleet, crds)))
  return { value: { fleets: checked, remarks: [...engines.remarks, ...roleRemarks(sure)] } }
}

/** Where files belong, by what others than a topology say. */
interface Places {
  readonly root: string
  readonly named: readonly NamedCluster[]
  readonly engines: Attribution
}

async function readSources(request: FleetRequest): Promise<Result<ReadonlyMap<string, Source>>> {
  const { cwd, files: from = diskFiles } = request
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
  return { value: sources }
}

/** The root that paths of engines start at: the repository's, else where the user stands or points to. */
function rootOf({ cwd, paths, territories }: FleetRequest): string {
  const [first] = territories
  if (first !== undefined) return first.file.root
  const start = resolve(cwd, paths[0] ?? '.')
  return repositoryOf(start) ?? (isBelow(start, cwd) ? cwd : start)
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
  territories: readonly Territory[],
  { root, named, engines }: Places,
): readonly Omit<Tagged, 'source'>[] {
  const rendered = territory && renderedFor(path, territory)
  if (rendered !== undefined) return [{ cluster: rendered, rendered: true }]
  const listed = [...(territory?.listed ?? [])].filter(([, files]) => files.has(path)).map(([name]) => name)
  if (listed.length > 0) return listed.map(cluster => ({ cluster, rendered: false }))
  const inRoot = slashed(relative(root, path))
  const delivered = engines.clusters.get(inRoot) ?? []
  const names = named.filter(({ files }) => files.has(path)).map(({ name }) => name)
  return (delivered.length > 0 ? delivered : names)
    .filter(name => homeOf(name, territories) === territory)
    .map(cluster => ({ cluster, rendered: false, changed: engines.changed.has(inRoot) }))
}

/** A file that nobody gives to a cluster may lie in a folder of the tree that is named as a cluster is; the first topology says it. */
function strayTag(
  path: string,
  territory: Territory,
  territories: readonly Territory[],
  places: Places,
): readonly Omit<Tagged, 'source'>[] {
  const folder = territory.beside.get(path)
  if (folder === undefined || territories.find(({ beside }) => beside.has(path)) !== territory) return []
  const isGiven = territories.some(one => tagsOf(path, one, territories, places).length > 0)
  return isGiven ? [] : [{ cluster: folder, rendered: false }]
}

/** The topology that declares a cluster, else the first. */
function homeOf(name: string, territories: readonly Territory[]): Territory | undefined {
  return territories.find(territory => namesIn(territory).includes(name)) ?? territories[0]
}

function covers({ cwd, paths }: FleetRequest, folder: string): boolean {
  return paths.length === 0 || paths.some(path => isBelow(folder, resolve(cwd, path)))
}

function isBelow(path: string, folder: string): boolean {
  return `${path}${sep}`.startsWith(`${folder}${sep}`)
}
