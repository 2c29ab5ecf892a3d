import { didYouMean } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields, kindNames, words } from '../check-params.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { annotation, annotationAt } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

interface Params {
  readonly kinds: readonly string[]
  /** Without the controller's prefix. */
  readonly annotation: string
  readonly values: readonly string[]
  /** What the controller takes another value for. */
  readonly otherwise: string
}

/** An annotation of the controller's, unless it is blank, has a value that the controller knows; it trims, and takes capitals for small letters. */
export const annotationHasKnownValue: Check<Params> = {
  name: 'annotation-has-known-value',
  params: fields(
    { kinds: kindNames, annotation: { type: 'string' }, values: words, otherwise: { type: 'string' } },
    'kinds',
    'annotation',
    'values',
    'otherwise',
  ),
  *find(fleet, { kinds, annotation: key, values, otherwise }) {
    for (const entry of latticeOf(fleet, kinds)) {
      const value = annotation(entry, key)?.trim() ?? ''
      if (value === '' || values.includes(value.toLowerCase())) continue
      yield {
        at: annotationAt(entry, key),
        entry,
        message: `${title(entry)} has ${key} "${value}", which the controller takes for ${otherwise}${didYouMean(value, values)}`,
      }
    }
  },
}
