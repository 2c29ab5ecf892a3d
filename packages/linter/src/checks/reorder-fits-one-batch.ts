import { keyOf, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields } from '../check-params.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { rulePriorities, writtenPriorities } from '../fleet/rule-priorities.ts'
import { title } from '../fleet/title.ts'

interface Params {
  /** How many rules one call may move. */
  readonly most: number
}

/** A route whose written priorities are not those of its rules' positions has few enough rules to be put in order at once. */
export const reorderFitsOneBatch: Check<Params> = {
  name: 'reorder-fits-one-batch',
  params: fields({ most: { type: 'integer', minimum: 1 } }, 'most'),
  *find(fleet, { most }) {
    for (const route of latticeOf(fleet, [kinds.httpRoute, kinds.grpcRoute])) {
      const priorities = rulePriorities(route) ?? []
      if (priorities.length <= most || !isReordered(route, priorities)) continue
      yield {
        at: keyOf(within(route.place, 'spec', 'rules')),
        entry: route,
        message: `${title(route)} moves ${priorities.length} rules by its annotations, but one call to VPC Lattice may move ${most}`,
      }
    }
  },
}

// New rules get the numbers from 1 on, and only where others are written must they be moved.
function isReordered(route: Entry, priorities: readonly number[]): boolean {
  const isMoved = priorities.some((priority, index) => priority !== index + 1)
  return isMoved && writtenPriorities(route).some(({ rule }) => rule < priorities.length)
}
