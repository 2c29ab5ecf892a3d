import type { Policy } from '@espalier/model'
import type { TriedPolicy, Verdict } from './trial.ts'
import { type CaseResult, tryPolicy } from './try-policy.ts'

/** Tries policies on the cases they carry; `files` has the file of each, by its id. */
export function tryPolicies(
  policies: readonly Policy[],
  files: ReadonlyMap<string, string>,
): Promise<readonly TriedPolicy[]> {
  return Promise.all(
    policies.map(async policy => {
      const cases = await tryPolicy(policy)
      return { id: policy.id, file: files.get(policy.id) ?? '', verdict: verdictOn(cases), cases }
    }),
  )
}

function verdictOn(cases: readonly CaseResult[]): Verdict {
  if (cases.length === 0) return 'untested'
  return cases.some(({ complaints }) => complaints.length > 0) ? 'fails' : 'passes'
}
