import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, list, text } from '../fleet/fields.ts'
import { routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { title } from '../fleet/title.ts'
import { someOf } from '../text/some-of.ts'

/** A route of Lattice names one host at most: a service has one custom domain. */
export const routeHasOneHostname: Check = {
  name: 'route-has-one-hostname',
  params: noParams,
  *find(fleet) {
    for (const route of latticeOf(fleet, routeKinds)) {
      const [first, ...others] = list(field(route.object, 'spec', 'hostnames')).map(one => text(one) ?? '')
      if (others.length === 0) continue
      yield {
        at: within(route.place, 'spec', 'hostnames', 1),
        entry: route,
        message: `${title(route)} is served as ${first} only; ${someOf(others)} ${others.length === 1 ? 'is' : 'are'} dropped`,
      }
    }
  },
}
