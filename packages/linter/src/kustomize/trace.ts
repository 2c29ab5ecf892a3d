import { type Path, type Place, within } from '@espalier/model'

type Key = string | number

/** Where the parts of objects under construction stand. A part of which nothing is noted stands below its parent. */
export interface Trace {
  /** Notes a mapping or list and all in it, so that they may move; what is noted already keeps its place. */
  pin(value: unknown, at: Place, isWhole: boolean): void
  /** Notes the field of a mapping, or the item of a list. */
  mark(container: object, key: Key, at: Place): void
  /** Where a path of a value leads that itself stands at `at`. */
  follow(value: unknown, at: Place, path: Path): Place
}

export function createTrace(): Trace {
  const places = new WeakMap<object, Place>()
  const fields = new WeakMap<object, Map<Key, Place>>()
  return {
    pin(value, at, isWhole) {
      if (!isContainer(value) || places.has(value)) return
      places.set(value, at)
      for (const [key, one] of entriesOf(value)) this.pin(one, isWhole ? at : within(at, key), isWhole)
    },
    mark(container, key, at) {
      const marks = fields.get(container) ?? new Map<Key, Place>()
      fields.set(container, marks.set(key, at))
    },
    follow(value, at, path) {
      let here = value
      let place = at
      for (const step of path) {
        const next = isContainer(here) ? Object.getOwnPropertyDescriptor(here, step)?.value : undefined
        const marked = isContainer(here) ? fields.get(here)?.get(step) : undefined
        place = marked ?? (isContainer(next) ? places.get(next) : undefined) ?? within(place, step)
        here = next
      }
      return place
    },
  }
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function entriesOf(value: object): Iterable<readonly [Key, unknown]> {
  return Array.isArray(value) ? value.entries() : Object.entries(value)
}
