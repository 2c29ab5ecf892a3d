import { group, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds, routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { nameBeside } from '../fleet/name-beside.ts'
import { type BackendRef, backendRefs } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** A route of Lattice leads to a Service through one port only: its rules share the Service's target group, whatever their ports. */
export const serviceHasOnePortInRoute: Check = {
  name: 'service-has-one-port-in-route',
  params: noParams,
  *find(fleet) {
    for (const route of latticeOf(fleet, routeKinds)) {
      const others = otherPorts(route)
      for (const [{ at, namespace, name, port }, first] of others) {
        yield {
          at: within(at, 'port'),
          entry: route,
          message: `${title(route)} leads to port ${port} of Service ${nameBeside(route, { namespace, name })} and to port ${first.port} too, but both get one target group`,
          related: [{ at: within(first.at, 'port'), message: `port ${first.port} is here` }],
        }
      }
    }
  },
}

/** Each further port of a Service, with the backend that comes first. */
function otherPorts(route: Entry): readonly (readonly [BackendRef, BackendRef])[] {
  const services = backendRefs(route).filter(({ kind, port }) => kind === kinds.service && port !== undefined)
  return [...group(services, ({ namespace, name }) => `${namespace}/${name}`).values()].flatMap(backends => {
    const firsts = [...group(backends, ({ port }) => `${port}`).values()].map(([one]) => one)
    return firsts.slice(1).map(one => [one, backends[0]] as const)
  })
}
