import { type Place, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, list, text } from '../fleet/fields.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { routeKinds } from '../fleet/kinds.ts'
import { isLatticeParent, latticeOf } from '../fleet/lattice.ts'
import { parentRefs } from '../fleet/refs.ts'
import { serviceName } from '../fleet/service-name.ts'
import { isStandaloneRoute } from '../fleet/standalone.ts'
import { clusterTitle, title } from '../fleet/title.ts'

/** No two services of a service network have the same custom domain, which is the first host name of their route. */
export const hostnameIsUnique: Check = {
  name: 'hostname-is-unique',
  params: noParams,
  *find(fleet) {
    const owners = new Map<string, Entry>()
    for (const route of latticeOf(fleet, routeKinds)) {
      const hostname = customDomain(route)
      if (hostname === undefined) continue
      const networks = networksOf(fleet, route).map(network => `${network}\0${hostname}`)
      const owner = networks.map(key => owners.get(key)).find(one => one !== undefined)
      for (const key of networks) owners.set(key, owners.get(key) ?? route)
      // Two routes that become one service have another fault, or are the same one in two clusters.
      if (owner === undefined || serviceName(owner) === serviceName(route)) continue
      yield {
        at: placeOf(route),
        entry: route,
        message: `${title(route)} in ${clusterTitle(route)} and ${title(owner)} in ${clusterTitle(owner)} both have the custom domain ${hostname}`,
        related: [{ at: placeOf(owner), message: `${title(owner)} has it here` }],
      }
    }
  },
}

// A kustomization may put another host name in the place of this one.
function customDomain({ object, cluster, kustomized, rendered }: Entry): string | undefined {
  if (cluster === undefined || cluster.role === 'none' || (kustomized && !rendered)) return undefined
  return text(list(field(object, 'spec', 'hostnames'))[0])
}

/** By name, which is that of the Gateway; a standalone route is in none. */
function networksOf(fleet: Fleet, route: Entry): readonly string[] {
  if (isStandaloneRoute(fleet, route)) return []
  return parentRefs(route)
    .filter(parent => isLatticeParent(fleet, parent))
    .map(({ name }) => name)
}

function placeOf({ place }: Entry): Place {
  return within(place, 'spec', 'hostnames', 0)
}
