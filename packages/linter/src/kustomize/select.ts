import { field, record, text } from '../fleet/fields.ts'
import { effectiveNamespace, type Id, idOf, originalId } from './id.ts'
import { labelQuery } from './label-query.ts'
import type { Resource } from './resource.ts'
import { safePattern } from './safe-pattern.ts'

/** Which objects a target means: by their names when they were read, or by their present ones. */
export interface Selector {
  /** As patches select. */
  selects(resource: Resource): boolean
  /** As replacements select, which look at one of the names an object had at a time. */
  selectsId(id: Id): boolean
  /** The labels and annotations alone. */
  selectsLabels(resource: Resource): boolean
}

/** Reads a `target`, or says which of its fields is beyond this reader. Source: kustomize api v0.21.1, types/selector.go. */
export function readSelector(target: unknown): Selector | string {
  const patterns = new Map<string, (value: string) => boolean>()
  for (const key of ['group', 'version', 'kind', 'name', 'namespace']) {
    const pattern = safePattern(text(field(target, key)) ?? '')
    if (pattern === undefined) return key
    patterns.set(key, pattern)
  }
  const labels = labelQuery(text(field(target, 'labelSelector')) ?? '')
  if (labels === undefined) return 'labelSelector'
  const annotations = labelQuery(text(field(target, 'annotationSelector')) ?? '')
  if (annotations === undefined) return 'annotationSelector'
  const fits = (key: string, value: string) => patterns.get(key)?.(value) === true
  const fitsKind = ({ group, version, kind }: Id) =>
    fits('group', group) && fits('version', version) && fits('kind', kind)
  const selectsLabels = ({ object }: Resource) =>
    labels(textsIn(field(object, 'metadata', 'labels'))) &&
    annotations(textsIn(field(object, 'metadata', 'annotations')))
  return {
    selectsLabels,
    selectsId: id => fitsKind(id) && fits('name', id.name) && fits('namespace', id.namespace),
    selects(resource) {
      const ids = [originalId(resource), idOf(resource.object)]
      return (
        ids.some(id => fits('namespace', effectiveNamespace(id))) &&
        ids.some(({ name }) => fits('name', name)) &&
        fitsKind(idOf(resource.object)) &&
        selectsLabels(resource)
      )
    },
  }
}

function textsIn(value: unknown): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(record(value)).flatMap(([key, one]) => (typeof one === 'string' ? [[key, one]] : [])),
  )
}
