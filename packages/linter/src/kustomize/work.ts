import type { Source } from '@espalier/model'
import type { Documents } from '../fleet/documents.ts'
import type { BuildRemark } from '../fleet/fleet.ts'
import type { Files } from './files.ts'
import type { Trace } from './trace.ts'

/** What one build has at hand, and what it writes down on its way. */
export interface Work {
  readonly files: Files
  readonly trace: Trace
  readonly remarks: BuildRemark[]
  /** How many remarks there were before the objects at hand were taken. */
  readonly since: number
  /** Every text that was read, with what it holds. */
  readonly texts: Map<Source, Documents>
  /** Files that are the content of something, and no manifests whatever they look like. */
  readonly contents: Set<string>
  /** Objects of which generators put in data that is not read. */
  readonly withoutData: WeakSet<object>
  /** It is Flux that builds. */
  readonly isOfFlux: boolean
  /** How many folders were entered, and objects taken, so far. */
  readonly spent: { folders: number; objects: number }
  documentsOf(source: Source): Documents
}
