import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { dualStack } from '../fleet/dual-stack.ts'
import { kinds, routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { backendRefs, resolve } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** Services to which a route of Lattice leads are of one IP family. */
export const backendIsSingleStack: Check = {
  name: 'backend-is-single-stack',
  params: noParams,
  *find(fleet) {
    for (const route of latticeOf(fleet, routeKinds)) {
      if (route.cluster === undefined) continue
      for (const ref of backendRefs(route)) {
        if (ref.kind !== kinds.service) continue
        const [service] = resolve(fleet, ref)
        const reason = service && dualStack(service)
        if (service === undefined || reason === undefined) continue
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
