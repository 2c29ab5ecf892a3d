import { type Cluster, fluxFolder, type KubeObject, type Model } from '@espalier/model'
import type { Engine, Unit } from '../../engine.ts'
import { unitFolder } from '../../layout.ts'
import type { Placed } from '../../placed.ts'
import { deletes } from './deletes.ts'
import { platformDelivery } from './platform-delivery.ts'
import { refuseFlux } from './refuse.ts'
import { teamDelivery } from './team-delivery.ts'
import { unitKustomization } from './unit-delivery.ts'

const group = 'kustomize.toolkit.fluxcd.io'

/** Flux in every cluster, each bootstrapped on a folder of its own; Espalier writes one folder inside that. */
export const flux: Engine = {
  name: 'flux',
  summary: 'A Kustomization per unit in the folder that each Flux syncs, chained by dependsOn',
  annotations: (object, keep) => ({ ...(keep ? { [`${group}/prune`]: 'disabled' } : {}), ...guard(object) }),
  refuse: refuseFlux,
  deletes,
  deliver: (model, units) =>
    model.clusters.flatMap(cluster => deliverTo(cluster, model, units.get(cluster) ?? [])),
  listed: (model, cluster, units) => {
    const folders = deliverTo(cluster, model, units).map(({ folder }) => `${folder}/`)
    const own = ['controller', 'teams'].map(unit => unitFolder(model.gitops.path, cluster.name, unit))
    const holding = [fluxFolder(model, cluster), ...own].filter(list =>
      folders.some(folder => folder.startsWith(`${list}/`)),
    )
    return [...holding, ...units.map(unit => unit.folder)]
  },
}

// An enclosing Kustomization with postBuild variables would take `${…}` in a policy for one of them.
function guard(object: KubeObject): Readonly<Record<string, string>> {
  return JSON.stringify(object).includes('${') ? { [`${group}/substitute`]: 'disabled' } : {}
}

function deliverTo(cluster: Cluster, model: Model, units: readonly Unit[]): readonly Placed[] {
  const entry = fluxFolder(model, cluster)
  return [
    ...(model.network === undefined ? [] : platformDelivery(cluster, model, model.network)),
    ...units.map(unit => ({
      cluster,
      folder: entry,
      object: unitKustomization(unit, model),
      from: cluster.at,
    })),
    ...teamDelivery(cluster, model),
  ]
}
