import type { Check } from '../check.ts'
import { fields } from '../check-params.ts'
import { credentialForms, mayHoldCredentials } from '../fleet/credentials.ts'
import { fieldName } from '../fleet/field-name.ts'
import { isRecord } from '../fleet/fields.ts'
import { kinds } from '../fleet/kinds.ts'
import { strings } from '../fleet/strings.ts'
import { title } from '../fleet/title.ts'

interface Params {
  readonly forms: readonly string[]
}

const names = { type: 'array', items: { enum: Object.keys(credentialForms) }, minItems: 1 }

/** No text of a manifest holds a credential. Secrets are judged as such by another check; what SOPS has encrypted holds none. */
export const textHoldsNoCredential: Check<Params> = {
  name: 'text-holds-no-credential',
  readsVariables: true,
  params: fields({ forms: names }, 'forms'),
  *find(fleet, { forms }) {
    for (const entry of [...fleet.entries, ...fleet.patches]) {
      const { source } = entry.place
      if (!mayHoldCredentials(source) || entry.kind === kinds.secret || isRecord(entry.object.sops)) continue
      for (const { text, at } of strings(entry)) {
        const form = forms.find(one => credentialForms[one]?.isIn(text))
        if (form === undefined) continue
        const where = `${fieldName(entry, at)} of ${title(entry)}`
        yield { at, entry, message: `${where} holds ${credentialForms[form]?.words}` }
      }
    }
  },
}
