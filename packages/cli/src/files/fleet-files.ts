import { dirname, resolve, sep } from 'node:path'
import {
  type Attribution,
  type Fleet,
  readFleet,
  readTexts,
  type Step,
  sureRoles,
  type Tagged,
  withRoles,
  withSchemas,
} from '@espalier/linter'
import { askEngines } from './ask-engines.ts'
import { namesIn, newClusters, roleRemarks, strangerAmong } from './cluster-roles.ts'
import { diskFiles } from './disk-files.ts'
import { pathFrom } from './display.ts'
import type { FleetRequest } from './fleet-request.ts'
import { kustomizeFiles } from './kustomize-files.ts'
import { type Naming, namingOf } from './named-clusters.ts'
import { readSources } from './read-sources.ts'
import { repositoryOf } from './repository-of.ts'
import { repositoryUrls } from './repository-urls.ts'
import type { Result } from './result.ts'
import { clustersOf, renderedFor, type Territory } from './territory.ts'
import { textFault } from './text-fault.ts'

const unmeasured: Step = (_, work) => work()

/** What belongs to the clusters of one topology, or to those of none. */
interface Part {
  readonly territory: Territory | undefined
  readonly tagged: readonly Tagged[]
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
  const { step = unmeasured } = request
  const read = await step('read files', () => readSources(request))
  if (read.error !== undefined) return read
  const { sources, faults } = read.value
  const root = rootOf(request)
  // Git answers while the texts are read.
  const addresses = repositoryUrls({ root, sources: sources.values(), territories, env: request.env })
  const texts = step('read YAML', () => readTexts(sources.values()))
  const paths = new Set([...sources].flatMap(([path, source]) => (faults.has(source) ? [] : [path])))
  const roots = () => rootsOf(request, paths)
  const around = kustomizeFiles({ cwd: request.cwd, roots, sources, files: from })
  const naming = namingOf(named)
  const engines = await step('ask the engines', async () =>
    askEngines({ ...request, root, urls: await addresses, sources, texts, naming, files: from, around }),
  )
  const places: Places = { root, naming, engines }

  const [first, ...others] = territories.length > 0 ? territories : [undefined]
  const claimed = new Set<string>()
  const parts = [...others, first].map((territory): Part => {
    const tagged = [...sources].flatMap(([path, source]): readonly Tagged[] => {
      const given = tagsOf(path, territory, territories, places)
      const tags = given.length > 0 || !territory ? given : strayTag(path, territory, territories, places)
      if (tags.length > 0) claimed.add(path)
      // The first topology comes last, and takes what no other has claimed.
      const left = territory === first && !claimed.has(path) ? [unowned] : tags
      const reason = faults.get(source)
      const fault = reason === undefined ? undefined : textFault(reason)
      return left.map(({ cluster, rendered, changed }) => ({ source, cluster, rendered, changed, fault }))
    })
    return { territory, tagged }
  })
  const names = [...new Set([...named.map(({ name }) => name), ...[...engines.clusters.values()].flat()])]
  const fleetOf = ({ territory, tagged }: Part): Fleet => {
    const clusters = territory ? clustersOf(territory, paths, folder => covers(request, folder)) : []
    const own = names.filter(name => homeOf(name, territories) === territory)
    const all = [...clusters, ...newClusters(own, clusters, roles)]
    return readFleet(tagged, all, territory?.model, {
      texts,
      deliveries: engines.deliveries,
      files: around,
    })
  }
  const built = step('build fleets', () => parts.map(fleetOf))
  // Whoever tells one role tells all, and without a topology there is one fleet.
  const [only] = territories.length + roles.size > 0 ? [] : built
  const sure = only === undefined ? { roles: [] } : sureRoles(only)
  const fleets = built.map(fleet => withRoles(fleet, sure.roles))
  request.tick?.('checking schemas')
  const checked = await step('check schemas', () =>
    Promise.all(fleets.map(fleet => withSchemas(fleet, crds))),
  )
  return { value: { fleets: checked, remarks: [...engines.remarks, ...roleRemarks(sure)] } }
}

type Tag = Omit<Tagged, 'source' | 'fault'>

const unowned: Tag = { rendered: false }

/** Where files belong, by what others than a topology say. */
interface Places {
  readonly root: string
  readonly naming: Naming
  readonly engines: Attribution
}

/** The repositories of the files, or their folders where they lie in none. */
function rootsOf({ cwd }: FleetRequest, files: ReadonlySet<string>): readonly string[] {
  const folders = new Set([...files].map(file => dirname(file)))
  const roots = [...folders, cwd].map(folder => repositoryOf(folder))
  const loose = roots.includes(undefined) ? [cwd, ...folders] : []
  return [...new Set([...roots.filter(root => root !== undefined), ...loose])]
}

/** The root that paths of engines start at: the repository's, else where the user stands or points to. */
function rootOf({ cwd, paths, territories }: FleetRequest): string {
  const [first] = territories
  if (first !== undefined) return first.file.root
  const start = resolve(cwd, paths[0] ?? '.')
  return repositoryOf(start) ?? (isBelow(start, cwd) ? cwd : start)
}

function tagsOf(
  path: string,
  territory: Territory | undefined,
  territories: readonly Territory[],
  { root, naming, engines }: Places,
): readonly Tag[] {
  const rendered = territory && renderedFor(path, territory)
  if (rendered !== undefined) return [{ cluster: rendered, rendered: true }]
  const listed = [...(territory?.listed ?? [])].filter(([, files]) => files.has(path)).map(([name]) => name)
  if (listed.length > 0) return listed.map(cluster => ({ cluster, rendered: false }))
  const inRoot = pathFrom(root, path)
  const delivered = engines.clusters.get(inRoot) ?? []
  const names = naming.get(path) ?? []
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
): readonly Tag[] {
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
