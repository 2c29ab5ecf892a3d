import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, list, text } from '../fleet/fields.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { kinds, routeKinds } from '../fleet/kinds.ts'
import { isLatticeGateway, latticeOf } from '../fleet/lattice.ts'
import { nameBeside } from '../fleet/name-beside.ts'
import { type ParentRef, parentRefs, resolve } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

interface Leak {
  readonly parent: ParentRef
  /** The namespace that an earlier parentRef names, and in which the controller goes on to look. */
  readonly inherited: string
  readonly from: ParentRef
}

/** After a parentRef that names another namespace, every further one names its own. */
export const parentNamesItsNamespace: Check = {
  name: 'parent-names-its-namespace',
  params: noParams,
  *find(fleet) {
    for (const route of latticeOf(fleet, routeKinds)) {
      const leaks = leaksOf(route).filter(({ parent }) => !isOfAnotherClass(fleet, parent))
      for (const { parent, inherited, from } of leaks) {
        yield {
          at: within(parent.at, 'name'),
          entry: route,
          message: `a parentRef of ${title(route)} means Gateway ${nameBeside(route, parent)}, but the controller looks for ${inherited}/${parent.name}`,
          related: [
            { at: within(from.at, 'namespace'), message: `it takes the namespace from the parentRef before` },
          ],
        }
      }
    }
  },
}

function leaksOf(route: Entry): readonly Leak[] {
  const written = list(field(route.object, 'spec', 'parentRefs'))
  const leaks: Leak[] = []
  let from: ParentRef | undefined
  for (const parent of parentRefs(route)) {
    const namesNone = !text(field(written[Number(parent.at.path.at(-1))], 'namespace'))
    if (!namesNone) from = parent
    else if (parent.kind === kinds.gateway && from !== undefined && from.namespace !== parent.namespace)
      leaks.push({ parent, inherited: from.namespace, from })
  }
  return leaks
}

function isOfAnotherClass(fleet: Fleet, parent: ParentRef): boolean {
  const gateways = resolve(fleet, parent)
  return gateways.length > 0 && !gateways.some(gateway => isLatticeGateway(fleet, gateway))
}
