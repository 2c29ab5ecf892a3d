import {
  didYouMean,
  type Outcome,
  type Place,
  type Policy,
  type Problem,
  parsePolicy,
  placeOf,
  type Source,
} from '@espalier/model'
import type { Check } from '../check.ts'
import { linearPattern } from './linear-pattern.ts'

export interface Accepted {
  readonly policies: readonly Policy[]
  /** The file of each, by its id. */
  readonly files: ReadonlyMap<string, string>
  /** Not empty: some policy cannot be used, and a run without it would be no verdict. */
  readonly problems: readonly Problem[]
}

/** Policies of the user's own from their texts, held against the rules and the checks there are. */
export async function acceptPolicies(
  sources: readonly Source[],
  own: readonly Policy[],
  checks: readonly Check[],
): Promise<Accepted> {
  const taken = new Map<string, Place | undefined>(own.map(({ id }) => [id, undefined]))
  const policies: Policy[] = []
  const files = new Map<string, string>()
  const problems: Problem[] = []
  for (const source of sources) {
    const { value, problems: faults } = parsePolicy(source)
    problems.push(...faults)
    if (value === undefined) continue
    const found = [...idProblems(value, source, taken), ...(await checkProblems(value, source, checks))]
    taken.set(value.id, placeOf(source, ['id']))
    const usable = found.length > 0 ? { problems: found } : await withLinearPattern(value, source)
    problems.push(...usable.problems)
    if (usable.value === undefined) continue
    policies.push(usable.value)
    files.set(value.id, source.file)
  }
  return { policies, files, problems }
}

function idProblems(
  { id }: Policy,
  source: Source,
  taken: ReadonlyMap<string, Place | undefined>,
): readonly Problem[] {
  if (!taken.has(id)) return []
  const before = taken.get(id)
  const at = placeOf(source, ['id'])
  if (before === undefined)
    return [problem(`${id} is a rule of Espalier's own; give this one another id`, at)]
  return [{ ...problem(`${id} is given twice`, at), related: [{ at: before, message: 'the first one' }] }]
}

async function checkProblems(
  policy: Policy,
  source: Source,
  checks: readonly Check[],
): Promise<readonly Problem[]> {
  const check = checks.find(({ name }) => name === policy.check)
  if (check !== undefined) {
    // Loaded late: only repositories with policies of their own need a validator that compiles schemas.
    const { paramProblems } = await import('./param-problems.ts')
    return paramProblems(policy, check, source)
  }
  const names = checks.map(({ name }) => name)
  const message = `there is no check ${policy.check}${didYouMean(policy.check, names)}`
  return [problem(message, placeOf(source, ['check']))]
}

async function withLinearPattern(policy: Policy, source: Source): Promise<Outcome<Policy>> {
  const { pattern } = policy.params ?? {}
  if (typeof pattern !== 'string') return { value: policy, problems: [] }
  const { value, error } = await linearPattern(pattern)
  if (error !== undefined)
    return {
      problems: [problem(`the pattern cannot be used: ${error}`, placeOf(source, ['params', 'pattern']))],
    }
  return { value: { ...policy, params: { ...policy.params, pattern: value } }, problems: [] }
}

function problem(message: string, at: Place): Problem {
  return { check: 'policy-shape', message, at }
}
