import { keyOf, settle } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { latticePrefix, readersOf } from '../fleet/annotation-readers.ts'
import { field, record } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { annotationAt } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** Annotations that the controller knows are on objects of the kinds of which it reads them. */
export const annotationIsRead: Check = {
  name: 'annotation-is-read',
  params: noParams,
  *find(fleet) {
    for (const entry of fleet.entries) {
      for (const { key, readers } of unread(entry)) {
        // What a kustomization puts on everything is not meant for this object.
        if (settle(annotationAt(entry, key)).path[0] === 'commonAnnotations') continue
        const names = readers.map(kind => kind.split('.')[0]).join(', ')
        yield {
          at: keyOf(annotationAt(entry, key)),
          entry,
          message: `${title(entry)} is annotated with ${latticePrefix}${key}, which the controller reads of ${names} only`,
        }
      }
    }
  },
}

function unread({
  object,
  kind,
}: Entry): readonly { readonly key: string; readonly readers: readonly string[] }[] {
  return Object.keys(record(field(object.metadata, 'annotations'))).flatMap(name => {
    if (!name.startsWith(latticePrefix)) return []
    const key = name.slice(latticePrefix.length)
    const readers = readersOf(key)
    return readers === undefined || readers.includes(kind) ? [] : [{ key, readers }]
  })
}
