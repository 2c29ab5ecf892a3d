import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, list } from '../fleet/fields.ts'
import { kinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { title } from '../fleet/title.ts'
import { valuesAt } from '../fleet/values.ts'

/** Every rule of an HTTPRoute or GRPCRoute leads somewhere; a redirect in its place is nothing to the controller. */
export const ruleHasBackend: Check = {
  name: 'rule-has-backend',
  params: noParams,
  *find(fleet) {
    for (const route of latticeOf(fleet, [kinds.httpRoute, kinds.grpcRoute])) {
      const idle = valuesAt(route, 'spec.rules.*').filter(
        ({ value }) => list(field(value, 'backendRefs')).length === 0,
      )
      for (const { value, at } of idle) {
        const redirects = list(field(value, 'filters')).some(one => field(one, 'type') === 'RequestRedirect')
        yield {
          at: field(value, 'backendRefs') === undefined ? at : within(at, 'backendRefs'),
          entry: route,
          message: `rule ${Number(at.path.at(-1)) + 1} of ${title(route)} has no backendRefs${redirects ? ', and the controller does not redirect' : ''}, so every request that it matches gets status 500`,
        }
      }
    }
  },
}
