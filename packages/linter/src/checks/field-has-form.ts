import type { Check } from '../check.ts'
import { fieldPath, fields, kindNames } from '../check-params.ts'
import { fieldName } from '../fleet/field-name.ts'
import { title } from '../fleet/title.ts'
import { valuesAt } from '../fleet/values.ts'
import { type Pattern, patternOf } from '../pattern.ts'
import { abridged } from '../text/abridged.ts'

interface Params {
  readonly kinds: readonly string[]
  readonly field: string
  readonly pattern: string | Pattern
  /** The pattern in words: what the field takes. */
  readonly words: string
}

/** A text, where there is one, is of the form that its reader takes. */
export const fieldHasForm: Check<Params> = {
  name: 'field-has-form',
  params: fields(
    { kinds: kindNames, field: fieldPath, pattern: { type: 'string' }, words: { type: 'string' } },
    'kinds',
    'field',
    'pattern',
    'words',
  ),
  *find(fleet, { kinds, field, pattern, words }) {
    const form = patternOf(pattern)
    for (const entry of fleet.ofKind(kinds)) {
      for (const { value, at } of valuesAt(entry, field)) {
        if (typeof value !== 'string' || form.test(value)) continue
        const what = `${fieldName(entry, at)} of ${title(entry)}`
        yield { at, entry, message: `${what} is ${JSON.stringify(abridged(value))}, but takes only ${words}` }
      }
    }
  },
}
