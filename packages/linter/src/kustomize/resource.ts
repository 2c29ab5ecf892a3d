import type { AmbiguousScalar, Place } from '@espalier/model'
import type { Mutable } from './copy.ts'
import type { Id } from './id.ts'

/** An object on its way through a build. */
export interface Resource {
  /** The build's own copy, which it changes. */
  readonly object: Mutable
  /** The document it came from. */
  readonly place: Place
  /** Of the document, as it was read. */
  readonly ambiguous: readonly AmbiguousScalar[]
  /** What it was called before. */
  readonly former: readonly Id[]
  readonly prefixes: readonly string[]
  readonly suffixes: readonly string[]
}
