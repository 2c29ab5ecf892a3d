import { type Model, syncedFolder } from '@espalier/model'
import type { EngineObject } from './engine-objects.ts'
import { afterClusters, clusterOfSynced, isSync } from './flux-plans.ts'
import type { Given } from './given.ts'
import { unnamed } from './in-clusters.ts'
import { isInside } from './path.ts'
import { registersCluster } from './registered-clusters.ts'

interface Surroundings {
  /** The folder it delivers. */
  readonly folder?: string | undefined
  /** Some other object delivers it. */
  readonly isCovered: boolean
  readonly models: readonly Model[]
  given(path: string): readonly Given[]
}

interface Root {
  readonly clusters: readonly string[]
  /** The folder that gave the cluster its name, where nothing else did. */
  readonly folder?: string
}

/** The clusters that hold an object which nobody delivers; nothing where that is not known. */
export function rootCluster(object: EngineObject, around: Surroundings): Root | undefined {
  const { folder, isCovered, models, given } = around
  if (isSync(object) && folder !== undefined) return ofSynced(folder, models)
  const named = given(object.path).map(({ cluster }) => cluster)
  if (named.length > 0) return { clusters: named }
  if (isCovered) return undefined
  return standsWithArgo(object) ? ofArgo(object, models) : ofFlux(object, models)
}

function ofSynced(folder: string, models: readonly Model[]): Root | undefined {
  const cluster = clusterOfSynced(folder, models)
  if (cluster === undefined) return undefined
  const isKnown = models.some(model => model.clusters.some(({ name }) => name === cluster))
  return { clusters: [cluster], ...(!isKnown && { folder }) }
}

function ofArgo(object: EngineObject, models: readonly Model[]): Root | undefined {
  const hosts = new Set(
    models
      .flatMap(({ gitops }) => (gitops.engine === 'argocd' ? gitops.argocd.clusters : []))
      .map(one => one.name),
  )
  if (hosts.size > 1) return undefined
  return { clusters: hosts.size === 1 ? [...hosts] : [unnamed(object)] }
}

// Bootstrap need not leave traces in the repository: the folder of a cluster is known by its place.
function ofFlux({ path }: EngineObject, models: readonly Model[]): Root | undefined {
  for (const model of models) {
    const cluster = model.clusters.find(one => isInside(path, syncedFolder(model, one)))
    if (cluster !== undefined) return { clusters: [cluster.name] }
  }
  const name = afterClusters(path)
  if (name === undefined) return undefined
  if (models.length > 0)
    return models.some(({ clusters }) => clusters.some(one => one.name === name))
      ? { clusters: [name] }
      : undefined
  const folder = `${path.slice(0, path.lastIndexOf(`clusters/${name}/`))}clusters/${name}`
  return { clusters: [name], folder }
}

/** True for objects that only the Argo CD of their own cluster reads. */
export function standsWithArgo(object: EngineObject): boolean {
  return object.kind.endsWith('.argoproj.io') || registersCluster(object)
}
