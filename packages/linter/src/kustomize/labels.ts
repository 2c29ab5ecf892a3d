import { within } from '@espalier/model'
import { field, list } from '../fleet/fields.ts'
import { addPairs } from './add-pairs.ts'
import { type Configuration, union } from './configuration.ts'
import type { FieldSpec } from './field-spec.ts'
import { fieldSpecsIn } from './field-specs-in.ts'
import type { Kustomization } from './kustomization.ts'
import type { Resource } from './resource.ts'
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
    addPairs(
      resources,
      { pairs: field(entry, 'pairs'), at: within(at, 'labels', index, 'pairs'), specs },
      trace,
    )
  }
  const { commonLabels, commonAnnotations } = configuration
  addPairs(
    resources,
    { pairs: fields.commonLabels, at: within(at, 'commonLabels'), specs: commonLabels },
    trace,
  )
  addPairs(
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
