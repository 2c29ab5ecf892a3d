import type { Found } from '../check.ts'

export const faultKinds = [
  'wrong-value',
  'missing-field',
  'unknown-field',
  'unfamiliar-field',
  'unfamiliar-value',
  'ambiguous-scalar',
  'unserved-version',
  'unknown-kind',
  'unusable-crd',
] as const

/** Something that the schema of a kind does not allow, or why there is no schema. */
export interface SchemaFault extends Found {
  readonly fault: (typeof faultKinds)[number]
}
