import { type Place, within } from '@espalier/model'
import type { Entry } from './fleet.ts'

/** Every text of a manifest and where it stands; keys are not among them. */
export function* strings({ object, place }: Entry): Iterable<{ readonly text: string; readonly at: Place }> {
  for (const [path, text] of walk(object, [])) yield { text, at: within(place, ...path) }
}

type Steps = readonly (string | number)[]

function* walk(value: unknown, path: Steps): Iterable<readonly [Steps, string]> {
  if (typeof value === 'string') yield [path, value]
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* walk(item, [...path, index])
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* walk(item, [...path, key])
}
