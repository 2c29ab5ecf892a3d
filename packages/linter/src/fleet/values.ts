import { type Place, within } from '@espalier/model'
import { isRecord } from './fields.ts'
import type { Entry } from './fleet.ts'

/** A value of a manifest and where it stands. */
export interface Value {
  readonly value: unknown
  readonly at: Place
}

/** What a manifest holds at `spec.healthCheck.path`, or at each item with `spec.securityGroupIds.*`; nothing where the path leads nowhere. */
export function valuesAt({ object, place }: Entry, path: string): readonly Value[] {
  const found: Value[] = []
  collect({ steps: path.split('.'), taken: [], found, place }, object)
  return found
}

interface Walk {
  readonly steps: readonly string[]
  /** The way to where the walk stands. */
  readonly taken: (string | number)[]
  readonly found: Value[]
  readonly place: Place
}

// One array for the whole walk: rules ask every route for many paths, and most of them lead nowhere.
function collect(walk: Walk, value: unknown): void {
  const { steps, taken, found, place } = walk
  const step = steps[taken.length]
  if (step === undefined) found.push({ value, at: within(place, ...taken) })
  else if (step !== '*') {
    if (isRecord(value) && Object.hasOwn(value, step)) descend(walk, step, value[step])
  } else if (Array.isArray(value)) for (const [index, item] of value.entries()) descend(walk, index, item)
}

function descend(walk: Walk, step: string | number, value: unknown): void {
  walk.taken.push(step)
  collect(walk, value)
  walk.taken.pop()
}
