import { keyOf } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, list } from '../fleet/fields.ts'
import { kinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { writtenPriorities } from '../fleet/rule-priorities.ts'
import { title } from '../fleet/title.ts'
import { count } from '../text/count.ts'

/** Annotations give priorities to rules that the route has; they are counted from 0. */
export const priorityBelongsToRule: Check = {
  name: 'priority-belongs-to-rule',
  params: noParams,
  *find(fleet) {
    for (const route of latticeOf(fleet, [kinds.httpRoute, kinds.grpcRoute])) {
      const rules = list(field(route.object, 'spec', 'rules')).length
      const stray = writtenPriorities(route).filter(({ rule }) => rule >= rules)
      for (const { rule, at } of stray) {
        yield {
          at: keyOf(at),
          entry: route,
          message: `rule-${rule}-priority means rule ${rule + 1} of ${title(route)}, which has ${count(rules, 'rule')}`,
        }
      }
    }
  },
}
