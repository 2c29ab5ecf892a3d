import type { Check } from '../check.ts'
import { fields } from '../check-params.ts'
import { kinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { covers, isSameMatch, type RuleMatch, ruleMatches } from '../fleet/rule-match.ts'
import { title } from '../fleet/title.ts'

interface Params {
  /** What stands in the way: a rule that matches more and is tried first, or one that matches the very same. */
  readonly because: 'broader' | 'same'
}

/** No rule of a route is hidden by another one: the order decides, not which is the more specific. */
export const ruleIsReached: Check<Params> = {
  name: 'rule-is-reached',
  params: fields({ because: { enum: ['broader', 'same'] } }, 'because'),
  *find(fleet, { because }) {
    for (const route of latticeOf(fleet, [kinds.httpRoute, kinds.grpcRoute])) {
      const matches = because === 'same' ? [...ruleMatches(route)].sort(byPosition) : ruleMatches(route)
      const hidden = matches.flatMap((later, index) => {
        const earlier = matches.slice(0, index).find(one => hides(one, later, because))
        return earlier === undefined ? [] : [{ earlier, later }]
      })
      for (const { earlier, later } of hidden) {
        const [one, other] = [earlier, later].map(({ rule }) => `rule ${rule + 1}`)
        const message =
          because === 'same'
            ? `${other} of ${title(route)} matches ${describe(later)} like ${one}, and takes its place`
            : `${other} of ${title(route)} is never reached: ${one} is tried first and matches ${describe(earlier)}`
        yield {
          at: later.at,
          entry: route,
          message,
          related: [{ at: earlier.at, message: `${one} is here` }],
        }
      }
    }
  },
}

function byPosition(one: RuleMatch, other: RuleMatch): number {
  return one.rule - other.rule
}

function hides(earlier: RuleMatch, later: RuleMatch, because: Params['because']): boolean {
  const isSame = isSameMatch(earlier, later)
  return because === 'same' ? isSame : !isSame && covers(earlier, later)
}

function describe({ path, isPrefix, method, headers }: RuleMatch): string {
  const what = isPrefix && path === '/' ? 'everything' : `${isPrefix ? 'all below ' : 'exactly '}${path}`
  return [
    what,
    ...(method ? [`with method ${method}`] : []),
    ...headers.map(header => `with ${header}`),
  ].join(' ')
}
