import type { Place } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { rulePriorities, writtenPriorities } from '../fleet/rule-priorities.ts'
import { title } from '../fleet/title.ts'

/** No two rules of a route get the same priority, written or counted on from the last that is. */
export const prioritiesAreDistinct: Check = {
  name: 'priorities-are-distinct',
  params: noParams,
  *find(fleet) {
    for (const route of latticeOf(fleet, [kinds.httpRoute, kinds.grpcRoute])) {
      const pairs = samePriorities(route)
      for (const { first, second, priority, at } of pairs) {
        yield {
          at,
          entry: route,
          message: `rules ${first + 1} and ${second + 1} of ${title(route)} both get the priority ${priority}`,
        }
      }
    }
  },
}

interface Pair {
  readonly first: number
  readonly second: number
  readonly priority: number
  readonly at: Place
}

function samePriorities(route: Entry): readonly Pair[] {
  const written = new Map(writtenPriorities(route).map(({ rule, at }) => [rule, at]))
  if (written.size === 0) return []
  return (rulePriorities(route) ?? []).flatMap((priority, second, all) => {
    const first = all.indexOf(priority)
    // Of rules that only count on no two are alike, so one of the pair has a number.
    const at = written.get(second) ?? written.get(first)
    return first === second || at === undefined ? [] : [{ first, second, priority, at }]
  })
}
