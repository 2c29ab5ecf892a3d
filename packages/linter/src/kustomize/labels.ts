import { type Place, within } from '@espalier/model'
import { field, list, record } from '../fleet/fields.ts'
import { type Configuration, union } from './configuration.ts'
import { isMutable, type Mutable, own, set } from './copy.ts'
import { type FieldSpec, visitFields } from './field-spec.ts'
import { fieldSpecsIn } from './field-specs-in.ts'
import type { Kustomization } from './kustomization.ts'
import type { Resource } from './resource.ts'
import type { Trace } from './trace.ts'
import type { Work } from './work.ts'

/** `labels`, `commonLabels` and `commonAnnotations`. */
export function addLabels(
  resources: readonly Resource[],
  { fields, at }: Kustomization,
  configuration: Configuration,
  { trace }: Work,
): void {
  for (const [index, entry] of list(fields.labels).entries()) {
    const specs = specsOf(entry, configuration)
    add(resources, { pairs: field(entry, 'pairs'), at: within(at, 'labels', index, 'pairs'), specs }, trace)
  }
  const { commonLabels, commonAnnotations } = configuration
  add(resources, { pairs: fields.commonLabels, at: within(at, 'commonLabels'), specs: commonLabels }, trace)
  add(
    resources,
    { pairs: fields.commonAnnotations, at: within(at, 'commonAnnotations'), specs: commonAnnotations },
    trace,
  )
}

function specsOf(
  entry: unknown,
  { labels, commonLabels, templateLabels }: Configuration,
): readonly FieldSpec[] {
  const own = list(field(entry, 'fields')).flatMap(fieldSpecsIn)
  const wide =
    field(entry, 'includeSelectors') === true
      ? commonLabels
      : field(entry, 'includeTemplates') === true
        ? templateLabels
        : [{ path: 'metadata/labels', create: true }]
  return union([...own, ...labels], wide)
}

interface Pairs {
  readonly pairs: unknown
  readonly at: Place
  readonly specs: readonly FieldSpec[]
}

function add(resources: readonly Resource[], { pairs, at, specs }: Pairs, trace: Trace): void {
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
