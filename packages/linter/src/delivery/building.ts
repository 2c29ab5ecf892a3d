import type { Source } from '@espalier/model'
import type { Documents } from '../fleet/documents.ts'
import type { Files } from '../kustomize/files.ts'

/** What kustomizations are built with, which names files as users do. */
export interface Building {
  readonly files: Files
  /** The name of a file or folder of the repository. */
  named(path: string): string
  read(source: Source): Documents
}
