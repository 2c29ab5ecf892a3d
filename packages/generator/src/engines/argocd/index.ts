import type { Cluster, Model } from '@espalier/model'
import type { Engine, Units } from '../../engine.ts'
import { unitFolder } from '../../layout.ts'
import type { Placed, Rendered } from '../../placed.ts'
import { clusterDelivery } from './cluster-delivery.ts'
import { deletes } from './deletes.ts'
import { platformDelivery } from './platform-delivery.ts'
import { refuseArgocd } from './refuse.ts'
import { rootDelivery } from './root-delivery.ts'
import { teamDelivery } from './team-delivery.ts'

/** Argo CD in one cluster that reaches all, or in each cluster for itself. */
export const argocd: Engine = {
  name: 'argocd',
  summary: 'A root Application, one AppProject per cluster, one Application per cluster and unit',
  annotations: (_, keep): Record<string, string> =>
    keep ? { 'argocd.argoproj.io/sync-options': 'Delete=false,Prune=false' } : {},
  refuse: refuseArgocd,
  deletes,
  deliver: (model, units) =>
    model.gitops.argocd.clusters.flatMap(cluster => deliverFrom(cluster, model, units)),
  // A kustomization.yaml would make Argo CD refuse the directory sources.
  listed: () => [],
}

/** Everything the Argo CD of one cluster is told; both folders are flat, and the root Application applies the second. */
function deliverFrom(cluster: Cluster, model: Model, units: Units): readonly Placed[] {
  const clusters = model.gitops.argocd.each ? [cluster] : model.clusters
  const folder = unitFolder(model.gitops.path, cluster.name, 'argocd')
  const delivered = [
    ...clusters.flatMap(one => clusterDelivery(model, units.get(one) ?? [])),
    ...platformDelivery(model, clusters),
    ...teamDelivery(model, clusters),
  ]
  if (delivered.length === 0) return []
  const place = (objects: readonly Rendered[], to: string): readonly Placed[] =>
    objects.map(one => ({ ...one, cluster, folder: to }))
  return [...place(rootDelivery(model, cluster, folder), `${folder}-root`), ...place(delivered, folder)]
}
