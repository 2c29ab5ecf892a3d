import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fieldPath, fields, kindNames } from '../check-params.ts'
import { fieldName } from '../fleet/field-name.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { title } from '../fleet/title.ts'
import { valuesAt } from '../fleet/values.ts'

interface Params {
  readonly kinds: readonly string[]
  readonly field: string
  readonly most: number
}

/** A list in an object of Lattice has no more items than its reader takes. */
export const listIsShortEnough: Check<Params> = {
  name: 'list-is-short-enough',
  params: fields(
    { kinds: kindNames, field: fieldPath, most: { type: 'integer', minimum: 1 } },
    'kinds',
    'field',
    'most',
  ),
  *find(fleet, { kinds, field, most }) {
    for (const entry of latticeOf(fleet, kinds)) {
      for (const { value, at } of valuesAt(entry, field)) {
        if (!Array.isArray(value) || value.length <= most) continue
        const message = `${fieldName(entry, at)} of ${title(entry)} lists ${value.length}, but at most ${most} ${most === 1 ? 'is' : 'are'} possible`
        yield { at: within(at, most), entry, message }
      }
    }
  },
}
