import { keyOf } from '@espalier/model'
import type { Check } from '../check.ts'
import { fieldPath, fields, kindNames } from '../check-params.ts'
import { fieldName } from '../fleet/field-name.ts'
import { title } from '../fleet/title.ts'
import { valuesAt } from '../fleet/values.ts'

interface Params {
  readonly kinds: readonly string[]
  readonly field: string
  /** The field that the other one cannot stand beside, and its value. */
  readonly beside: string
  readonly value: string | boolean
  /** Why it cannot, to go on after a comma. */
  readonly words: string
}

/** A field is not given where the value of another one leaves it no meaning. */
export const fieldsDoNotClash: Check<Params> = {
  name: 'fields-do-not-clash',
  params: fields(
    {
      kinds: kindNames,
      field: fieldPath,
      beside: fieldPath,
      value: { anyOf: [{ type: 'string' }, { type: 'boolean' }] },
      words: { type: 'string' },
    },
    'kinds',
    'field',
    'beside',
    'value',
    'words',
  ),
  *find(fleet, { kinds, field, beside, value, words }) {
    for (const entry of fleet.ofKind(kinds)) {
      const [other] = valuesAt(entry, beside)
      const [one] = valuesAt(entry, field)
      // An explicit null is as good as nothing.
      if (other?.value !== value || one === undefined || one.value === null) continue
      const otherName = fieldName(entry, other.at)
      yield {
        at: keyOf(one.at),
        entry,
        message: `${title(entry)} has ${fieldName(entry, one.at)} beside ${otherName}: ${value}, ${words}`,
        related: [{ at: other.at, message: `${otherName} is ${value}` }],
      }
    }
  },
}
