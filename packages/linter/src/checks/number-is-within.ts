import type { Check } from '../check.ts'
import { fieldPath, fields, kindNames } from '../check-params.ts'
import { fieldName } from '../fleet/field-name.ts'
import { title } from '../fleet/title.ts'
import { valuesAt } from '../fleet/values.ts'

interface Params {
  readonly kinds: readonly string[]
  readonly field: string
  readonly least: number
  readonly most: number
}

/** A number, where there is one, is not beyond what its reader takes. */
export const numberIsWithin: Check<Params> = {
  name: 'number-is-within',
  params: fields(
    { kinds: kindNames, field: fieldPath, least: { type: 'integer' }, most: { type: 'integer' } },
    'kinds',
    'field',
    'least',
    'most',
  ),
  *find(fleet, { kinds, field, least, most }) {
    for (const entry of fleet.ofKind(kinds)) {
      for (const { value, at } of valuesAt(entry, field)) {
        if (typeof value !== 'number' || (value >= least && value <= most)) continue
        const what = `${fieldName(entry, at)} of ${title(entry)}`
        yield { at, entry, message: `${what} is ${value}, but takes only numbers from ${least} to ${most}` }
      }
    }
  },
}
