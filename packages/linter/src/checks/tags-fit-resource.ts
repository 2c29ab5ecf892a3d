import type { Check } from '../check.ts'
import { fields } from '../check-params.ts'
import { readersOf } from '../fleet/annotation-readers.ts'
import { kinds, routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { annotation, annotationAt } from '../fleet/refs.ts'
import { readTags } from '../fleet/tags.ts'
import { title } from '../fleet/title.ts'

interface Params {
  /** Tags that a resource takes. */
  readonly most: number
}

// ManagedBy, and what tells routes and exports apart. Source: aws-application-networking-k8s@v2.1.3 pkg/model/lattice.
const own: ReadonlyMap<string, number> = new Map([
  ...routeKinds.map(kind => [kind, 4] as const),
  [kinds.serviceExport, 6],
])

/** The tags of an object's annotation, and those that the controller sets itself, are no more than a resource takes. */
export const tagsFitResource: Check<Params> = {
  name: 'tags-fit-resource',
  params: fields({ most: { type: 'integer' } }, 'most'),
  *find(fleet, { most }) {
    for (const entry of latticeOf(fleet, readersOf('tags') ?? [])) {
      const { size } = readTags(annotation(entry, 'tags') ?? '').tags
      const further = own.get(entry.kind) ?? 1
      if (size + further <= most) continue
      yield {
        at: annotationAt(entry, 'tags'),
        entry,
        message: `${title(entry)} has ${size} tags, and the controller adds ${further}, but a resource takes ${most}`,
      }
    }
  },
}
