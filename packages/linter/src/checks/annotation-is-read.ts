import { keyOf, settle } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { latticePrefix, readersOf } from '../fleet/annotation-readers.ts'
import { keysOf } from '../fleet/entries-with.ts'
import { annotationAt } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** Annotations that the controller knows are on objects of the kinds of which it reads them. */
export const annotationIsRead: Check = {
  name: 'annotation-is-read',
  params: noParams,
  *find(fleet) {
    for (const [name, entries] of keysOf(fleet, 'annotations')) {
      const key = name.slice(latticePrefix.length)
      const readers = name.startsWith(latticePrefix) ? readersOf(key) : undefined
      if (readers === undefined) continue
      for (const entry of entries) {
        const at = annotationAt(entry, key)
        // What a kustomization puts on everything is not meant for this object.
        if (readers.includes(entry.kind) || settle(at).path[0] === 'commonAnnotations') continue
        const names = readers.map(kind => kind.split('.')[0]).join(', ')
        yield {
          at: keyOf(at),
          entry,
          message: `${title(entry)} is annotated with ${name}, which the controller reads of ${names} only`,
        }
      }
    }
  },
}
