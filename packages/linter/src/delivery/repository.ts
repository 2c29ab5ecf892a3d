import type { Source } from '@espalier/model'

/** What a folder of the repository holds. */
export interface FolderItem {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'other'
}

/** The repository that is linted, as far as deliveries ask for it; paths are relative to its root. */
export interface Repository {
  /** What is linted, by path. */
  readonly texts: ReadonlyMap<string, Source>
  /** The addresses it is known by. */
  readonly urls: readonly string[]
  /** A topology says these addresses, so no other is looked for. */
  readonly isSaid: boolean
  /** Any file, linted or not; nothing where there is none. */
  read(path: string): Source | undefined
  /** What a folder holds, linted or not; nothing where there is no such folder. */
  folder(path: string): readonly FolderItem[] | undefined
}
