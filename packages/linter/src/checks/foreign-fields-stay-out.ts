import { keyOf, type Place, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fieldPath, fields, words } from '../check-params.ts'
import { entriesWith } from '../fleet/entries-with.ts'
import { field } from '../fleet/fields.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { title } from '../fleet/title.ts'

interface Params {
  readonly annotations?: readonly string[]
  readonly labels?: readonly string[]
  readonly fields?: readonly string[]
  /** Who writes them. */
  readonly writer: string
}

/** What the API server or an engine writes into any object is in no manifest. */
export const foreignFieldsStayOut: Check<Params> = {
  name: 'foreign-fields-stay-out',
  params: fields(
    {
      annotations: words,
      labels: words,
      fields: { type: 'array', items: fieldPath, minItems: 1 },
      writer: { type: 'string' },
    },
    'writer',
  ),
  *find(fleet, { annotations = [], labels = [], fields = [], writer }) {
    const found = [
      ...annotations.flatMap(key => carrying(fleet, 'annotations', key)),
      ...labels.flatMap(key => carrying(fleet, 'labels', key)),
      ...fields.flatMap(path => having(fleet, path.split('.'))),
    ]
    for (const { entry, what, at } of found)
      yield {
        at: keyOf(at),
        entry,
        message: `${title(entry)} carries ${what}, which only ${writer} writes`,
      }
  },
}

interface Carried {
  readonly entry: Entry
  readonly what: string
  readonly at: Place
}

function carrying(fleet: Fleet, part: 'annotations' | 'labels', key: string): readonly Carried[] {
  return entriesWith(fleet, part, key).map(entry => ({
    entry,
    what: `the ${part.slice(0, -1)} ${key}`,
    at: within(entry.place, 'metadata', part, key),
  }))
}

// `creationTimestamp: null`, as some programs write it, says nothing.
function having(fleet: Fleet, path: readonly string[]): readonly Carried[] {
  const [first = '', second] = path
  const isOfMetadata = first === 'metadata' && second !== undefined
  const candidates = isOfMetadata
    ? entriesWith(fleet, 'metadata', second)
    : entriesWith(fleet, 'object', first)
  return candidates
    .filter(({ object }) => ![undefined, null, ''].some(none => none === field(object, ...path)))
    .map(entry => ({ entry, what: path.join('.'), at: within(entry.place, ...path) }))
}
