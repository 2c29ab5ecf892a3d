import { keyOf, type Place, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fieldPath, fields, words } from '../check-params.ts'
import { field, record } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
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
    const paths = fields.map(path => path.split('.'))
    for (const entry of fleet.entries) {
      const found = [
        ...keysIn(entry, 'annotations', annotations),
        ...keysIn(entry, 'labels', labels),
        ...paths.filter(path => isGiven(entry, path)).map(path => fieldAt(entry, path)),
      ]
      for (const { what, at } of found)
        yield {
          at: keyOf(at),
          entry,
          message: `${title(entry)} carries ${what}, which only ${writer} writes`,
        }
    }
  },
}

interface Key {
  readonly what: string
  readonly at: Place
}

function keysIn(
  { object, place }: Entry,
  name: 'annotations' | 'labels',
  keys: readonly string[],
): readonly Key[] {
  if (keys.length === 0) return []
  return Object.keys(record(field(object.metadata, name)))
    .filter(key => keys.includes(key))
    .map(key => ({
      what: `the ${name.slice(0, -1)} ${key}`,
      at: within(place, 'metadata', name, key),
    }))
}

// `creationTimestamp: null`, as some programs write it, says nothing.
function isGiven({ object }: Entry, path: readonly string[]): boolean {
  const value = field(object, ...path)
  return value !== undefined && value !== null && value !== ''
}

function fieldAt({ place }: Entry, path: readonly string[]): Key {
  return { what: path.join('.'), at: within(place, ...path) }
}
