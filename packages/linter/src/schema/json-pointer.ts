import type { Path } from '@espalier/model'
import { valueAt } from '../fleet/value-at.ts'

/** What a JSON pointer of ajv leads to. */
export function pointedAt(value: unknown, pointer: string): unknown {
  return valueAt(value, keysOf(pointer))
}

/** A JSON pointer as a path; list positions become numbers by what the value holds there. */
export function pathOf(value: unknown, pointer: string): Path {
  let here = value
  return keysOf(pointer).map(key => {
    const one = Array.isArray(here) ? Number(key) : key
    here = valueAt(here, [key])
    return one
  })
}

/** The keys on the way. */
export function keysOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}
