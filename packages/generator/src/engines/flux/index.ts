import { type Cluster, fluxFolder, type KubeObject, type Model } from '@espalier/model'
import type { Engine, Unit } from '../../engine.ts'
import { unitFolder } from '../../layout.ts'
import type { Placed } from '../../placed.ts'
import { teamSources } from '../../teams/team-sources.ts'
import { platformDelivery, platformUnits } from './platform-delivery.ts'
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
  deliver: (model, units) =>
    model.clusters.flatMap(cluster =>
      deliverTo(
        cluster,
        model,
        units.filter(unit => unit.cluster === cluster),
      ),
    ),
  listed: (model, cluster, units) => [
    fluxFolder(model, cluster),
    ...units.map(unit => unit.folder),
    ...[
      ...platformUnits(cluster, model).filter(unit => unit === 'controller'),
      ...(teamSources(model, [cluster]).length > 0 ? ['teams'] : []),
    ].map(unit => unitFolder(model.gitops.path, cluster.name, unit)),
  ],
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
