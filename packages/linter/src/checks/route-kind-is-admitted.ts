import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { admitsHostname } from '../fleet/accepting-listeners.ts'
import { routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { attachments, type Listener, selectionAt } from '../fleet/listeners.ts'
import { title } from '../fleet/title.ts'

/** Of the listeners that a parentRef selects, and that take the route's host name, one at least admits routes of that kind. */
export const routeKindIsAdmitted: Check = {
  name: 'route-kind-is-admitted',
  params: noParams,
  *find(fleet) {
    for (const route of latticeOf(fleet, routeKinds)) {
      for (const { parent, gateway, selected } of attachments(fleet, route)) {
        const left = selected.filter(listener => admitsHostname(listener, route))
        const isFree = left.some(({ admits }) => admits.includes(route.object.kind))
        if (left.length === 0 || isFree) continue
        yield {
          at: selectionAt(parent),
          entry: route,
          message: `${title(route)} cannot attach to ${title(gateway)}: ${left.map(describe).join(', ')}`,
          related: left.map(({ at, name }) => ({ at, message: `listener "${name}" is here` })),
        }
      }
    }
  },
}

function describe({ name, protocol, admits }: Listener): string {
  return `its ${protocol} listener "${name}" admits ${admits.length === 0 ? 'no route' : `only ${admits.join(' and ')}`}`
}
