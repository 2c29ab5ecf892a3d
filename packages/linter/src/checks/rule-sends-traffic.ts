import { group, keyOf, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { backendRefs } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** Of the backends of a rule, one at least has a weight above 0. */
export const ruleSendsTraffic: Check = {
  name: 'rule-sends-traffic',
  params: noParams,
  *find(fleet) {
    for (const route of latticeOf(fleet, routeKinds)) {
      const rules = [...group(backendRefs(route), ({ rule }) => `${rule}`).values()]
      const idle = rules.filter(backends => backends.every(({ weight }) => weight === 0))
      for (const [{ rule }] of idle) {
        yield {
          at: keyOf(within(route.place, 'spec', 'rules', rule, 'backendRefs')),
          entry: route,
          message: `rule ${rule + 1} of ${title(route)} gives every backend the weight 0`,
        }
      }
    }
  },
}
