import { type Place, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, list } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds, routeKinds } from '../fleet/kinds.ts'
import { isLatticeRoute } from '../fleet/lattice.ts'
import { backendRefs, resolve } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** Services to which a route of Lattice leads are of one IP family. What PreferDualStack makes of one hangs on its cluster. */
export const backendIsSingleStack: Check = {
  name: 'backend-is-single-stack',
  params: noParams,
  *find(fleet) {
    for (const route of fleet.ofKind(routeKinds)) {
      if (route.cluster === undefined) continue
      for (const ref of backendRefs(route)) {
        if (ref.kind !== kinds.service) continue
        const [service] = resolve(fleet, ref)
        const reason = service && whyDualStack(service)
        if (service === undefined || reason === undefined || !isLatticeRoute(fleet, route)) continue
        yield {
          at: within(ref.at, 'name'),
          entry: route,
          message: `${title(route)} leads to ${title(service)}, which is dual-stack: ${reason.words}`,
          related: [{ at: reason.at, message: `${title(service)} says so here` }],
        }
      }
    }
  },
}

function whyDualStack({ object, place }: Entry): { readonly words: string; readonly at: Place } | undefined {
  const families = list(field(object, 'spec', 'ipFamilies'))
  if (families.length > 1)
    return { words: `its ipFamilies are ${families.join(', ')}`, at: within(place, 'spec', 'ipFamilies') }
  return field(object, 'spec', 'ipFamilyPolicy') === 'RequireDualStack'
    ? { words: 'its ipFamilyPolicy is RequireDualStack', at: within(place, 'spec', 'ipFamilyPolicy') }
    : undefined
}
