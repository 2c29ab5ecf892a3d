import { type Cluster, type Model, type Place, type Problem, syncedFolder, within } from '@espalier/model'
import { placeholderProblems } from '../../teams/placeholder-problems.ts'

/** What is wrong with the folder that Flux syncs in each cluster. */
export function refuseEntry(model: Model): readonly Problem[] {
  const entry = within(model.gitops.at, 'flux', 'entry')
  const odd = placeholderProblems(model.gitops.flux.entry, entry)
  if (odd.length > 0) return odd
  return [
    ...sharedEntry(model, entry),
    ...model.clusters.flatMap(cluster => misplacedEntry(model, cluster, entry)).slice(0, 1),
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
