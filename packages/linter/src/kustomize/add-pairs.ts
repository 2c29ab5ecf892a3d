import { type Place, within } from '@espalier/model'
import { record } from '../fleet/fields.ts'
import { isMutable, type Mutable, own, set } from './copy.ts'
import { type FieldSpec, visitFields } from './field-spec.ts'
import type { Resource } from './resource.ts'
import type { Trace } from './trace.ts'

/** Labels or annotations, and the fields that get them. */
interface Pairs {
  readonly pairs: unknown
  readonly at: Place
  readonly specs: readonly FieldSpec[]
}

/** Puts them into every object, over what is there. */
export function addPairs(resources: readonly Resource[], { pairs, at, specs }: Pairs, trace: Trace): void {
  const entries = Object.entries(record(pairs))
  if (entries.length === 0) return
  const put = (mapping: Mutable, key: string) => {
    const before = own(mapping, key) ?? undefined
    const labels = isMutable(before) ? before : {}
    if (before === undefined) set(mapping, key, labels)
    for (const [label, value] of entries) {
      set(labels, label, typeof value === 'string' ? value : String(value))
      trace.mark(labels, label, within(at, label))
    }
  }
  for (const { object } of resources) for (const spec of specs) visitFields(object, spec, put)
}
