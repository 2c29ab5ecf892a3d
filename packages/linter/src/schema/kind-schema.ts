import type { ErrorObject } from 'ajv'

/** What is known of the objects of one apiVersion and kind. */
export interface KindSchema {
  /** The package that knows it, which may be older than the cluster: a field that it lacks may be new. */
  readonly from?: string
  /** What ajv would say with `allErrors`; `data` and `parentSchema` may be missing. */
  errorsOf(object: unknown): readonly ErrorObject[]
  /** Fields that no error tells of. */
  unknownFields(object: unknown): readonly UnknownField[]
}

export interface UnknownField {
  readonly path: readonly (string | number)[]
  readonly name: string
  /** The names that are known beside it. */
  readonly known: readonly string[]
}
