import { keyOf, type Place, within } from '@espalier/model'
import type { Entry } from '../fleet/fleet.ts'
import { pathOf } from './json-pointer.ts'
import { listed } from './listed.ts'
import type { SchemaFault } from './schema-fault.ts'

/** Fields that a mapping lacks. */
export interface Lack {
  readonly pointer: string
  readonly names: readonly string[]
  readonly oneWouldDo: boolean
}

/** Says at a mapping which fields it needs. */
export function lackFault(
  entry: Entry,
  { pointer, names, oneWouldDo }: Lack,
  named: (at: Place) => string,
): SchemaFault {
  const at = within(entry.place, ...pathOf(entry.object, pointer))
  const fields = names.length === 1 ? `the field ${names[0]}` : `the fields ${listed(names, 'and')}`
  const needed = oneWouldDo ? `one of ${listed(names, 'or')}` : fields
  return { fault: 'missing-field', at: keyOf(at), entry, message: `${named(at)} needs ${needed}` }
}
