import type { Place } from '@espalier/model'
import { idKey, idOf } from './id.ts'
import { refuse } from './refuse.ts'
import type { Resource } from './resource.ts'
import type { Work } from './work.ts'

/** Remarks on objects that have become the same one by what stands at a place. */
export function noteDoubles(resources: readonly Resource[], at: Place, work: Work): void {
  const seen = new Set<string>()
  for (const { object, place } of resources) {
    const id = idOf(object)
    const where = id.namespace === '' ? '' : ` in namespace ${id.namespace}`
    if (seen.has(idKey(id))) {
      const message = `this makes two of ${id.kind} ${id.name}${where}; one is from ${place.source.file}`
      refuse(work, at, message)
    }
    seen.add(idKey(id))
  }
}
