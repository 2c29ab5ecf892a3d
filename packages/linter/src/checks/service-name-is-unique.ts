import { type Place, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { mayMove } from '../fleet/may-move.ts'
import { annotation, annotationAt } from '../fleet/refs.ts'
import { serviceName, serviceNameKey } from '../fleet/service-name.ts'
import { clusterTitle, title } from '../fleet/title.ts'

/** No two routes of the clusters that share a service network become the same Lattice service; standalone ones are services too. */
export const serviceNameIsUnique: Check = {
  name: 'service-name-is-unique',
  params: noParams,
  *find(fleet) {
    const owners = new Map<string, Entry>()
    for (const route of routesOf(fleet)) {
      const name = serviceName(route)
      const owner = owners.get(name)
      if (owner === undefined) owners.set(name, route)
      if (owner === undefined || isHandedOver(owner, route)) continue
      yield {
        at: placeOf(route),
        entry: route,
        message: `${title(route)} in ${clusterTitle(route)} and ${title(owner)} in ${clusterTitle(owner)} both become the Lattice service ${name}`,
        related: [{ at: placeOf(owner), message: `${title(owner)} in ${clusterTitle(owner)} is here` }],
      }
    }
  },
}

/** Those of the config cluster first: where two collide, it is the other one that is wrong. Of duplicates in one cluster only the first. */
function routesOf(fleet: Fleet): readonly Entry[] {
  const routes = latticeOf(fleet, routeKinds).filter(route => {
    const { cluster, kind, namespace, name } = route
    if (cluster === undefined || cluster.role === 'none' || mayMove(route)) return false
    return fleet.at(cluster, kind, namespace, name)[0] === route
  })
  const inConfig = (route: Entry) => route.cluster?.role === 'config'
  return [...routes.filter(inConfig), ...routes.filter(route => !inConfig(route))]
}

function placeOf(route: Entry): Place {
  return annotation(route, serviceNameKey)
    ? annotationAt(route, serviceNameKey)
    : within(route.place, 'metadata', 'name')
}

/** The same route in two clusters, one of which takes the service over from the other. */
function isHandedOver(one: Entry, other: Entry): boolean {
  const isSame = one.kind === other.kind && one.namespace === other.namespace && one.name === other.name
  return isSame && [one, other].some(route => annotation(route, 'allow-takeover-from') !== undefined)
}
