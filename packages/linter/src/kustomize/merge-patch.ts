import { type Place, within } from '@espalier/model'
import { isRecord } from '../fleet/fields.ts'
import { copy, isMutable, type Mutable, own, set } from './copy.ts'
import type { Id } from './id.ts'
import { mergeItems } from './merge-items.ts'
import { mergeKeys } from './merge-keys.ts'
import type { Trace } from './trace.ts'

/** What a merge goes by. */
export interface Merge {
  /** The object that is patched. */
  readonly id: Id
  readonly trace: Trace
  /** The patch is text within a kustomization, and has one place. */
  readonly isInline: boolean
}

type Fields = Readonly<Record<string, unknown>>

const directive = '$patch'

/** Applies a strategic merge patch to a mapping; false where the patch deletes it. Source: kyaml v0.21.1, yaml/merge2. */
export function mergePatch(
  target: Mutable,
  patch: Fields,
  at: Place,
  merge: Merge,
  path: readonly string[] = [],
): boolean {
  if (patch[directive] === 'delete') return false
  if (patch[directive] === 'replace') {
    // For a whole object kustomize does nothing of the kind, and leaves it as it is.
    if (path.length === 0) return true
    for (const key of Object.keys(target)) delete target[key]
  }
  for (const [key, value] of Object.entries(patch)) {
    if (key === directive) continue
    const here = stepInto(at, key, merge)
    if (value === null) delete target[key]
    else mergeField(target, key, value, here, merge, [...path, key])
  }
  return true
}

function mergeField(
  target: Mutable,
  key: string,
  value: unknown,
  at: Place,
  merge: Merge,
  path: readonly string[],
): void {
  const before = own(target, key)
  if (isMutable(value)) {
    const mapping = isMutable(before) ? before : {}
    // What is new stands in the patch; what is merged keeps its own place.
    if (mapping !== before) merge.trace.pin(mapping, at, merge.isInline)
    if (!mergePatch(mapping, value, at, merge, path)) delete target[key]
    else if (mapping !== before) set(target, key, mapping)
  } else if (Array.isArray(value)) {
    const merged = mergeList(before, value, at, merge, path)
    if (merged === undefined) delete target[key]
    else set(target, key, merged)
  } else {
    set(target, key, value)
    merge.trace.mark(target, key, at)
  }
}

function mergeList(
  before: unknown,
  patch: readonly unknown[],
  at: Place,
  merge: Merge,
  path: readonly string[],
): readonly unknown[] | undefined {
  const keys = mergeKeys(merge.id, path)
  const orders = patch.filter(isOrder).map(order => order[directive])
  if (keys !== undefined && orders.includes('delete')) return undefined
  const items = patch.map((value, index) => ({ value, at: stepInto(at, index, merge) }))
  if (keys === undefined) return adopted(patch.map(copy), at, merge)
  const said = items.filter(({ value }) => !isOrder(value))
  const places = new Map(said.map(item => [item.value, item.at]))
  const old = !Array.isArray(before) || orders.includes('replace') ? [] : before
  const result = mergeItems(
    old,
    said.map(({ value }) => value),
    keys,
    (base, value) => {
      if (!isMutable(value)) return base
      const where = places.get(value) ?? at
      const item = isMutable(base) ? base : adopted({}, where, merge)
      return mergePatch(item, value, where, merge, path) ? item : undefined
    },
  )
  merge.trace.pin(result, at, true)
  return result
}

/** `- $patch: replace`, which is about the list and not an item of it. */
function isOrder(item: unknown): item is Fields {
  return isRecord(item) && Object.keys(item).length === 1 && directive in item
}

function adopted<T>(value: T, at: Place, { trace, isInline }: Merge): T {
  trace.pin(value, at, isInline)
  return value
}

function stepInto(at: Place, key: string | number, { isInline }: Merge): Place {
  return isInline ? at : within(at, key)
}
