import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { admitsHostname, hostnamesOf } from '../fleet/accepting-listeners.ts'
import { routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { attachments, selectionAt } from '../fleet/listeners.ts'
import { title } from '../fleet/title.ts'

/** Of the listeners that a parentRef selects, one at least takes a host name of the route. */
export const routeHostnameIsAdmitted: Check = {
  name: 'route-hostname-is-admitted',
  params: noParams,
  *find(fleet) {
    for (const route of latticeOf(fleet, routeKinds)) {
      const hostnames = hostnamesOf(route)
      if (hostnames.length === 0) continue
      for (const { parent, gateway, selected } of attachments(fleet, route)) {
        if (selected.length === 0 || selected.some(listener => admitsHostname(listener, route))) continue
        const taken = selected.map(({ name, hostname }) => `its listener "${name}" takes only ${hostname}`)
        yield {
          at: selectionAt(parent),
          entry: route,
          message: `${title(route)} for ${hostnames.join(', ')} cannot attach to ${title(gateway)}: ${taken.join(', ')}`,
          related: [
            { at: within(route.place, 'spec', 'hostnames'), message: 'host names of the route' },
            ...selected.map(({ at, name }) => ({
              at: within(at, 'hostname'),
              message: `host name of listener "${name}"`,
            })),
          ],
        }
      }
    }
  },
}
