import { type Place, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { routeKinds } from '../fleet/kinds.ts'
import { attachments, type Listener } from '../fleet/listeners.ts'
import type { ParentRef } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** Of the listeners that a parentRef selects, one at least admits routes of that kind. */
export const routeKindIsAdmitted: Check = {
  name: 'route-kind-is-admitted',
  params: noParams,
  *find(fleet) {
    for (const route of fleet.ofKind(routeKinds)) {
      for (const { parent, gateway, selected } of attachments(fleet, route)) {
        const isFree = selected.some(({ admits }) => admits.includes(route.object.kind))
        if (selected.length === 0 || isFree) continue
        yield {
          at: placeOf(parent),
          entry: route,
          message: `${title(route)} cannot attach to ${title(gateway)}: ${selected.map(describe).join(', ')}`,
          related: selected.map(({ at, name }) => ({ at, message: `listener "${name}" is here` })),
        }
      }
    }
  },
}

function describe({ name, protocol, admits }: Listener): string {
  return `its ${protocol} listener "${name}" admits ${admits.length === 0 ? 'no route' : `only ${admits.join(' and ')}`}`
}

function placeOf({ at, sectionName, port }: ParentRef): Place {
  if (sectionName !== undefined) return within(at, 'sectionName')
  return within(at, port === undefined ? 'name' : 'port')
}
