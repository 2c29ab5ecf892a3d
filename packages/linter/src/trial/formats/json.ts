import { findingAsJson } from '../../text/finding-as-json.ts'
import type { Verdict } from '../trial.ts'
import type { TrialFormat } from '../trial-format.ts'

/** The trial as JSON: schemas/trial.schema.json. Every field is always there. */
export const json: TrialFormat = {
  name: 'json',
  write({ policies, findings }) {
    const count = (verdict: Verdict): number => policies.filter(one => one.verdict === verdict).length
    const value = {
      version: 1,
      policies: policies.map(({ id, file, verdict, cases }) => ({
        id,
        file,
        verdict,
        cases: cases.map(({ name, complaints }) => ({ name, passes: complaints.length === 0, complaints })),
      })),
      findings: findings.map(findingAsJson),
      summary: { passes: count('passes'), fails: count('fails'), untested: count('untested') },
    }
    return `${JSON.stringify(value, null, 2)}\n`
  },
}
