import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { awaitedRoutes } from '../fleet/awaited-routes.ts'
import { field, list, text } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { fluxUnits } from '../fleet/flux-units.ts'
import { kinds } from '../fleet/kinds.ts'
import { leadsElsewhere } from '../fleet/leads-elsewhere.ts'
import { title } from '../fleet/title.ts'

/** No Kustomization of Flux on which others depend waits for a route that leads into other clusters. */
export const readinessIsOfOwnCluster: Check = {
  name: 'readiness-is-of-own-cluster',
  params: noParams,
  *find(fleet) {
    const units = fleet.ofKind([kinds.kustomization])
    if (units.length === 0) return
    const unitsOf = fluxUnits(fleet)
    const dependents = firstDependents(units)
    for (const entry of units) {
      const dependent = dependents.get(nameOf(entry))
      if (dependent === undefined) continue
      for (const { at, route } of awaitedRoutes(fleet, entry, unitsOf)) {
        if (!leadsElsewhere(fleet, route)) continue
        yield {
          at,
          entry,
          message: `${title(dependent)} waits for ${title(entry)}, and that for ${title(route)}, which leads to what other clusters export`,
          related: [
            {
              at: within(dependent.place, 'spec', 'dependsOn'),
              message: `${title(dependent)} depends on it`,
            },
          ],
        }
      }
    }
  },
}

/** By the name of a Kustomization, the first that depends on it. */
function firstDependents(units: readonly Entry[]): ReadonlyMap<string, Entry> {
  const dependents = new Map<string, Entry>()
  for (const unit of units) {
    for (const one of list(field(unit.object.spec, 'dependsOn'))) {
      const namespace = text(field(one, 'namespace')) || unit.namespace
      const key = nameOf({ ...unit, namespace, name: text(field(one, 'name')) ?? '' })
      if (!dependents.has(key)) dependents.set(key, unit)
    }
  }
  return dependents
}

function nameOf({ cluster, namespace, name }: Pick<Entry, 'cluster' | 'namespace' | 'name'>): string {
  return `${cluster?.name ?? ''} ${namespace}/${name}`
}
