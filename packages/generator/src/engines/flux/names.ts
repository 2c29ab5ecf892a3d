import type { Cluster, Model } from '@espalier/model'

/** Names become label values on everything that Flux applies. */
export const longestName = 63

export function unitName(model: Model, unit: string): string {
  return `${model.name}-${unit}`
}

/** The service account that a team's manifests are applied as. */
export function teamAccount(model: Model, namespace: string): string {
  return `${model.name}-apps-${namespace}`
}

/** The folder inside the one that Flux syncs; the only one there that is Espalier's. */
export function entryFolder(model: Model, cluster: Cluster): string {
  return `${syncedFolder(model, cluster)}/espalier`
}

export function syncedFolder({ gitops }: Model, cluster: Cluster): string {
  return gitops.flux.entry.replaceAll('{cluster}', cluster.name)
}
