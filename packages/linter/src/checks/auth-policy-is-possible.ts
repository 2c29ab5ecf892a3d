import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { policyDocument } from '../fleet/auth-policy.ts'
import { field, text } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { title } from '../fleet/title.ts'
import { abridged } from '../text/abridged.ts'

const longest = 10_000

/** The text of an IAMAuthPolicy is a JSON object, as every IAM policy is, and not too long. */
export const authPolicyIsPossible: Check = {
  name: 'auth-policy-is-possible',
  params: noParams,
  *find(fleet) {
    for (const entry of fleet.ofKind([kinds.iamAuthPolicy])) {
      const wrong = whatIsWrong(entry)
      if (wrong === undefined) continue
      yield {
        at: within(entry.place, 'spec', 'policy'),
        entry,
        message: `the policy of ${title(entry)} ${wrong}`,
      }
    }
  },
}

function whatIsWrong(entry: Entry): string | undefined {
  const policy = text(field(entry.object, 'spec', 'policy'))
  if (policy === undefined) return undefined
  if (policy.length > longest)
    return `has ${policy.length} characters, but at most ${longest} are possible; white space counts`
  if (policyDocument(entry) !== undefined) return undefined
  return `is ${JSON.stringify(abridged(policy.trim(), 30))}, but must be an IAM policy: one JSON object`
}
