import { field, isRecord, text } from '../fleet/fields.ts'
import type { FieldSpec } from './field-spec.ts'

/** One field spec, or none where it says no path. */
export function fieldSpecsIn(value: unknown): readonly FieldSpec[] {
  const path = text(field(value, 'path'))
  return isRecord(value) && path ? [{ ...selectorIn(value), path, create: value.create === true }] : []
}

/** The group, version and kind that a mapping names. */
export function selectorIn(
  value: Readonly<Record<string, unknown>>,
): Pick<FieldSpec, 'group' | 'version' | 'kind'> {
  const [group, version, kind] = [text(value.group), text(value.version), text(value.kind)]
  return { ...(group && { group }), ...(version && { version }), ...(kind && { kind }) }
}
