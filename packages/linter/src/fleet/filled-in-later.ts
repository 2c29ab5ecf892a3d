import type { Place } from '@espalier/model'
import { isRecord } from './fields.ts'
import type { Entry } from './fleet.ts'
import { kinds } from './kinds.ts'

/** True for a text in which Flux substitutes a variable, or that a template engine fills in, before anything is applied. */
export function isFilledInLater(value: unknown): boolean {
  return typeof value === 'string' && (value.includes('{{') || variable.test(value))
}

// With or without an operator; `$${x}` is written for `${x}`, and names with a colon in them are IAM's.
const variable = /(?<!\$)\$\{[A-Za-z_][A-Za-z0-9_]*(?:\}|:?[-=+?][^}]*\}|[#%/^,][^}]*\}|:[0-9])/

/** True where an object holds at a place what nobody knows yet, be it the value itself or one of the fields in it. */
export function isOpenAt({ object, kind, place }: Entry, at: Place): boolean {
  if (at.source !== place.source || at.doc !== place.doc || at.on === 'key') return false
  // What the templates of a set make is known, and rules look at that.
  if (kind === kinds.applicationSet) return false
  const value = at.path.slice(place.path.length).reduce<unknown>(childOf, object)
  return isFilledInLater(value) || (isRecord(value) && Object.values(value).some(isFilledInLater))
}

function childOf(value: unknown, step: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? Reflect.get(value, step)
    : undefined
}
