import { type Cluster, type Model, type Place, type Problem, syncedFolder, within } from '@espalier/model'
import { sharedSources, sourcesInTree, sourceUnit } from '../../teams/team-sources.ts'
import { longestName, unitName } from './names.ts'

/** What Flux would refuse, or what would make it delete files of others. */
export function refuseFlux(model: Model): readonly Problem[] {
  const entry = within(model.gitops.at, 'flux', 'entry')
  return [
    ...sharedEntry(model, entry),
    ...model.clusters.flatMap(cluster => misplacedEntry(model, cluster, entry)).slice(0, 1),
    ...longNames(model),
    ...sharedSources(model.services),
    ...sourcesInTree(model),
  ]
}

function problem(message: string, at: Place): Problem {
  return { check: 'beyond-engine', message, at }
}

function sharedEntry({ gitops: { flux }, clusters }: Model, at: Place): readonly Problem[] {
  if (flux.entry.includes('{cluster}') || clusters.length < 2) return []
  return [
    problem(
      `flux.entry ${flux.entry} is the same folder for all ${clusters.length} clusters; write {cluster} where the cluster's name goes`,
      at,
    ),
  ]
}

/**
 * Flux applies everything below the folder it syncs. Where that holds the rendered units too, each would be applied twice, and a
 * kustomization.yaml there would prune what it does not list.
 */
function misplacedEntry(model: Model, cluster: Cluster, at: Place): readonly Problem[] {
  const { path } = model.gitops
  const synced = syncedFolder(model, cluster)
  const tree = `${path}/${cluster.name}`
  if (inside(tree, synced)) {
    return [
      problem(
        `Flux syncs ${synced}, and with it everything rendered to ${tree}; set gitops.path to a folder outside, such as fleet, and keep this entry`,
        at,
      ),
    ]
  }
  if (!inside(synced, path)) return []
  if (!inside(synced, tree))
    return [
      problem(
        `flux.entry ${synced} lies in ${path}, but not in ${tree}, where all files of cluster ${cluster.name} belong`,
        at,
      ),
    ]
  const [unit = ''] = synced.slice(tree.length + 1).split('/')
  if (!['controller', 'lattice', 'teams', 'gateway-api', 'guardrails', 'extensions'].includes(unit)) return []
  return [
    problem(
      `flux.entry ${synced} lies in the folder of the unit ${unit}; choose another, such as ${tree}/flux`,
      at,
    ),
  ]
}

function inside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

function longNames(model: Model): readonly Problem[] {
  return model.services
    .filter(service => service.source !== undefined)
    .map(service => ({ service, name: unitName(model, sourceUnit(service)) }))
    .filter(({ name }) => name.length > longestName)
    .map(({ service, name }) =>
      problem(
        `the Kustomization ${name} would have ${name.length} characters; Flux takes at most ${longestName}`,
        within(service.at, 'name'),
      ),
    )
}
