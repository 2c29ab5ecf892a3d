import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { acceptingListeners } from '../fleet/accepting-listeners.ts'
import { kinds, routeKinds } from '../fleet/kinds.ts'
import { type Listener, listenersOf, selectionAt } from '../fleet/listeners.ts'
import { parentRefs } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** The listeners to which one route attaches are on one port only if they are of one protocol: Lattice gives its service a listener for each port. */
export const listenerHasOwnPort: Check = {
  name: 'listener-has-own-port',
  params: noParams,
  *find(fleet) {
    const gateways = fleet.ofKind([kinds.gateway]).map(listenersOf)
    if (!gateways.some(listeners => listeners.some(one => rivalOf(one, listeners) !== undefined))) return
    for (const route of fleet.ofKind(routeKinds)) {
      const { gateway, listeners = [] } = acceptingListeners(fleet, route) ?? {}
      for (const [index, later] of listeners.entries()) {
        const earlier = rivalOf(later, listeners.slice(0, index))
        const [parent] = parentRefs(route).filter(
          ({ kind, name, sectionName = later.name, port = later.port }) =>
            kind === gateway?.kind &&
            name === gateway.name &&
            sectionName === later.name &&
            port === later.port,
        )
        if (gateway === undefined || earlier === undefined || parent === undefined) continue
        yield {
          at: selectionAt(parent),
          entry: route,
          message: `${title(route)} attaches to ${earlier.protocol} listener "${earlier.name}" and ${later.protocol} listener "${later.name}" of ${title(gateway)}, but both are on port ${later.port} and its service gets only one of them`,
          related: [earlier, later].map(({ at, name }) => ({
            at: within(at, 'port'),
            message: `listener "${name}" is here`,
          })),
        }
      }
    }
  },
}

function rivalOf({ port, protocol }: Listener, others: readonly Listener[]): Listener | undefined {
  return others.find(other => port !== undefined && other.port === port && other.protocol !== protocol)
}
