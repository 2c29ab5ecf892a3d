import { type Place, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { kinds, routeKinds } from '../fleet/kinds.ts'
import { isLatticeGateway } from '../fleet/lattice.ts'
import { nameBeside } from '../fleet/name-beside.ts'
import { type ParentRef, parentRefs } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** A parent that is no Gateway does not bear the name of a Gateway of Lattice, with which the controller would take it for one. */
export const parentIsNoNamesake: Check = {
  name: 'parent-is-no-namesake',
  params: noParams,
  *find(fleet) {
    for (const route of fleet.ofKind(routeKinds)) {
      for (const parent of parentRefs(route)) {
        const gateway = parent.kind === kinds.gateway ? undefined : namesakeOf(fleet, parent)
        if (gateway === undefined) continue
        const { at, words } = describe(parent)
        yield {
          at,
          entry: route,
          message: `${title(route)} has ${words} as a parent, which the controller takes for ${title(gateway)}`,
          related: [{ at: within(gateway.place, 'metadata', 'name'), message: `${title(gateway)} is here` }],
        }
      }
    }
  },
}

function namesakeOf(fleet: Fleet, { from, namespace, name }: ParentRef): Entry | undefined {
  if (from.cluster === undefined) return undefined
  const namesakes = fleet.at(from.cluster, kinds.gateway, namespace, name)
  return namesakes.find(one => isLatticeGateway(fleet, one))
}

function describe(parent: ParentRef): { readonly at: Place; readonly words: string } {
  const { at, kind, from } = parent
  const [word = '', ...group] = kind.split('.')
  const name = nameBeside(from, parent)
  return word === 'Gateway'
    ? { at: within(at, 'group'), words: `Gateway ${name} of group "${group.join('.')}"` }
    : { at: within(at, 'kind'), words: `${word} ${name}` }
}
