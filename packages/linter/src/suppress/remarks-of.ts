import { type Finding, judge, type Policy } from '@espalier/model'
import { severityIn } from '../severity-in.ts'
import type { Claim, Suppressed } from './suppress.ts'

/** What is wrong with suppressions, as findings with the severities of the fleets they stand in. */
export function remarksOf(
  problems: Suppressed<Claim>['problems'],
  policies: readonly Policy[],
): readonly Finding[] {
  return problems.flatMap(({ fleet, problem }) => {
    const policy = policies.find(({ check }) => check === problem.check)
    const severity = policy ? severityIn(fleet ?? {}, policy) : 'ignore'
    return severity === 'ignore' ? [] : judge([problem], policies).map(finding => ({ ...finding, severity }))
  })
}
