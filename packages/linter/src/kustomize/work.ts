import type { Place, Source } from '@espalier/model'
import type { Documents } from '../fleet/documents.ts'
import type { Files } from './files.ts'
import type { Trace } from './trace.ts'

/**
 * What a remark means: kustomize itself refuses (`broken`), objects or changes are missing that only kustomize or the network have
 * (`unread`), or something is left out that no rule looks at (`simplified`).
 */
export type RemarkKind = 'broken' | 'unread' | 'simplified'

export interface BuildRemark {
  readonly kind: RemarkKind
  readonly at: Place
  readonly message: string
}

/** What one build has at hand, and what it writes down on its way. */
export interface Work {
  readonly files: Files
  readonly trace: Trace
  readonly remarks: BuildRemark[]
  /** Every text that was read, with what it holds. */
  readonly texts: Map<Source, Documents>
  /** How many folders were entered, and objects taken, so far. */
  readonly spent: { folders: number; objects: number }
  documentsOf(source: Source): Documents
}
