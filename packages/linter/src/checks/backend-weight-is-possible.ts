import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { backendRefs } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

// The Gateway API goes up to 1,000,000; the controller hands weights on as they are.
const most = 999

/** Weights are such that VPC Lattice takes them. */
export const backendWeightIsPossible: Check = {
  name: 'backend-weight-is-possible',
  params: noParams,
  *find(fleet) {
    for (const route of latticeOf(fleet, routeKinds)) {
      const wrong = backendRefs(route).filter(({ weight }) => weight < 0 || weight > most)
      for (const { at, kind, name, weight } of wrong) {
        yield {
          at: within(at, 'weight'),
          entry: route,
          message: `${title(route)} gives ${kind.split('.')[0]} ${name} the weight ${weight}, but VPC Lattice takes 0 to ${most}`,
        }
      }
    }
  },
}
