import { keyOf, type Place, within } from '@espalier/model'
import type { Entry } from '../fleet/fleet.ts'
import { pathOf } from './json-pointer.ts'
import { lackFault } from './lack-fault.ts'
import { listed } from './listed.ts'
import type { SchemaFault } from './schema-fault.ts'
import type { Choice } from './settle-unions.ts'

/** Says which fields exclude each other, or of which one is needed. */
export function choiceFault(
  entry: Entry,
  { instancePath: pointer, missing, excess }: Choice,
  named: (at: Place) => string,
): SchemaFault {
  const last = excess.at(-1)
  if (last === undefined) return lackFault(entry, { pointer, names: missing, oneWouldDo: true }, named)
  const at = within(entry.place, ...pathOf(entry.object, pointer))
  const message = `${named(at)} has ${listed(excess, 'and')}, of which only one is possible`
  return { fault: 'wrong-value', at: keyOf(within(at, last)), entry, message }
}
