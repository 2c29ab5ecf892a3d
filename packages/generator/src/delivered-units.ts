import type { Cluster, Model } from '@espalier/model'
import { platformUnits } from './controller/platform-units.ts'
import * as providers from './providers/index.ts'

/**
 * Which of the units that are meant a cluster gets, teams' sources apart: as a model tells before it is rendered, for an extension may
 * turn out to add nothing.
 */
export function deliveredUnits(
  cluster: Cluster,
  model: Model,
  isMeant: (unit: string) => boolean,
): readonly string[] {
  const rendered = Object.values(providers)
    .filter(provider => isMeant(provider.unit) && provider.objects(cluster, model).length > 0)
    .map(provider => provider.unit)
  const added = model.extensions.length === 0 ? [] : ['extensions']
  return [...[...platformUnits(cluster, model), ...added].filter(isMeant), ...rendered]
}
