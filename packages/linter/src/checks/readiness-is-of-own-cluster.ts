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
    for (const entry of units) {
      const dependent = units.find(unit => dependsOn(unit, entry))
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

function dependsOn(unit: Entry, { cluster, namespace, name }: Entry): boolean {
  if (unit.cluster !== cluster) return false
  return list(field(unit.object.spec, 'dependsOn')).some(
    one => field(one, 'name') === name && (text(field(one, 'namespace')) || unit.namespace) === namespace,
  )
}
