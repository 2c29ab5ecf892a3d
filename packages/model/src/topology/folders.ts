import type { Cluster, Model } from './model.ts'

/** The folder that Flux syncs in a cluster. */
export function syncedFolder({ gitops }: Model, cluster: Cluster): string {
  return gitops.flux.entry.replaceAll('{cluster}', cluster.name)
}

/** The folder inside the synced one that is Espalier's; it holds what makes Flux apply the rest. */
export function fluxFolder(model: Model, cluster: Cluster): string {
  return `${syncedFolder(model, cluster)}/espalier`
}

/** The folders whose files belong to a cluster's API, relative to the repository's root; none lies in another. */
export function clusterFolders(model: Model, cluster: Cluster): readonly string[] {
  const tree = `${model.gitops.path}/${cluster.name}`
  const entry = fluxFolder(model, cluster)
  return model.gitops.engine === 'flux' && !entry.startsWith(`${tree}/`) ? [tree, entry] : [tree]
}
