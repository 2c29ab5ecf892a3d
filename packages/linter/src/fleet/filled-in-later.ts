import type { Place } from '@espalier/model'
import { isRecord } from './fields.ts'
import type { Entry } from './fleet.ts'
import { kinds } from './kinds.ts'
import { valueAt } from './value-at.ts'

/** True for a text in which Flux substitutes a variable, or that a template engine fills in, before anything is applied. */
export function isFilledInLater(value: unknown): boolean {
  return typeof value === 'string' && (value.includes('{{') || variable.test(value))
}

// With or without an operator; `$${x}` is written for `${x}`, and names with a colon in them are IAM's. No part
// of a text is looked at for two beginnings.
const variable = /(?<!\$)\$\{[A-Za-z_][A-Za-z0-9_]*(?:\}|:?[-=+?][^{}]*[{}]|[#%/^,][^{}]*[{}]|:[0-9])/

/** True where an object holds at a place what nobody knows yet, be it the value itself or one of the fields in it. */
export function isOpenAt({ object, kind, place }: Entry, at: Place): boolean {
  if (at.source !== place.source || at.doc !== place.doc || at.on === 'key') return false
  // What the templates of a set make is known, and rules look at that.
  if (kind === kinds.applicationSet) return false
  const value = valueAt(object, at.path.slice(place.path.length))
  return isFilledInLater(value) || (isRecord(value) && Object.values(value).some(isFilledInLater))
}
