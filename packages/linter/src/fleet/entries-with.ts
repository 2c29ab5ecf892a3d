import { field, record } from './fields.ts'
import type { Entry, Fleet } from './fleet.ts'
import { oncePer } from './once-per.ts'

/** Where a key stands: at the top of an object, in its metadata, or among its annotations or labels. */
type Part = 'object' | 'metadata' | 'annotations' | 'labels'

type Index = ReadonlyMap<string, readonly Entry[]>

/** The objects that have a key, in the order of the fleet: many rules look for keys that hardly any object has. */
export function entriesWith(fleet: Fleet, part: Part, key: string): readonly Entry[] {
  return keysOf(fleet, part).get(key) ?? []
}

/** The objects of a fleet by each key that any of them has. */
export function keysOf(fleet: Fleet, part: Part): Index {
  return indexOf[part](fleet)
}

const indexOf: Readonly<Record<Part, (fleet: Fleet) => Index>> = {
  object: oncePer(fleet => indexBy(fleet, ({ object }) => object)),
  metadata: oncePer(fleet => indexBy(fleet, ({ object }) => object.metadata)),
  annotations: oncePer(fleet => indexBy(fleet, ({ object }) => field(object.metadata, 'annotations'))),
  labels: oncePer(fleet => indexBy(fleet, ({ object }) => field(object.metadata, 'labels'))),
}

function indexBy({ entries }: Fleet, part: (entry: Entry) => unknown): Index {
  const index = new Map<string, Entry[]>()
  for (const entry of entries) {
    for (const key of Object.keys(record(part(entry)))) {
      const known = index.get(key)
      if (known === undefined) index.set(key, [entry])
      else known.push(entry)
    }
  }
  return index
}
