import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { kinds, routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { nameBeside } from '../fleet/name-beside.ts'
import { offeredPorts, whatIsOffered } from '../fleet/offered-ports.ts'
import { backendRefs } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** The port through which a route of Lattice leads to a Service is one of the Service's; that of a ServiceImport counts for nothing. */
export const backendPortIsOnService: Check = {
  name: 'backend-port-is-on-service',
  params: noParams,
  *find(fleet) {
    const offered = offeredPorts(fleet)
    for (const route of latticeOf(fleet, routeKinds)) {
      if (route.cluster === undefined) continue
      for (const { at, kind, namespace, name, port } of backendRefs(route)) {
        if (kind !== kinds.service || port === undefined) continue
        const offer = offered(route.cluster, namespace, name)
        const isThere = offer?.ports.some(one => one.port === port) ?? true
        if (offer === undefined || isThere) continue
        yield {
          at: within(at, 'port'),
          entry: route,
          message: `${title(route)} leads to port ${port} of Service ${nameBeside(route, { namespace, name })}, which ${whatIsOffered(offer, port)}`,
          related: [offer.related],
        }
      }
    }
  },
}
