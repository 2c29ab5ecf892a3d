import { keyOf } from '@espalier/model'
import type { Check } from '../check.ts'
import { fieldPath, fields, kindNames, words } from '../check-params.ts'
import { fieldName } from '../fleet/field-name.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { title } from '../fleet/title.ts'
import { type Value, valuesAt } from '../fleet/values.ts'

interface Params {
  readonly kinds: readonly string[]
  readonly fields: readonly string[]
  /** Only these values of the fields; without them, any value that says something. */
  readonly values?: readonly string[]
  /** An empty list is as bad as a full one. */
  readonly evenEmpty?: boolean
  /** What becomes of it, to go on after "but". */
  readonly but: string
}

/** No object of Lattice has a field, or a value of it, that the controller does not serve. */
export const fieldIsServed: Check<Params> = {
  name: 'field-is-served',
  params: fields(
    {
      kinds: kindNames,
      fields: { type: 'array', items: fieldPath, minItems: 1 },
      values: words,
      evenEmpty: { type: 'boolean' },
      but: { type: 'string' },
    },
    'kinds',
    'fields',
    'but',
  ),
  *find(fleet, { kinds, fields, values, evenEmpty = false, but }) {
    const isMeant = ({ value }: Value) => values?.some(one => one === value) ?? (evenEmpty || !isEmpty(value))
    for (const entry of latticeOf(fleet, kinds)) {
      const found = fields
        .flatMap(path => valuesAt(entry, path))
        .filter(one => one.value !== null && isMeant(one))
      for (const { value, at } of found) {
        const what =
          values === undefined ? `sets ${fieldName(entry, at)}` : `has ${value} as ${fieldName(entry, at)}`
        yield {
          at: values === undefined ? keyOf(at) : at,
          entry,
          message: `${title(entry)} ${what}, but ${but}`,
        }
      }
    }
  },
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
