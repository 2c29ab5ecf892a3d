import type { Source } from '@espalier/model'

/** What a build may read; paths are those of `Source.file`, folders have no `/` at their end, and the empty one is where names begin. */
export interface Files {
  /** `other` for links and what is no file; `outside` where a path leads out of the repository. */
  kindOf(path: string): 'file' | 'folder' | 'other' | 'outside' | undefined
  /** Undefined where a file cannot be read. */
  read(path: string): Source | undefined
}
