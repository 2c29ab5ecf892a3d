/** What a folder holds; a symbolic link is `other`, whatever it leads to. */
export interface FolderEntry {
  readonly name: string
  readonly kind: FileKind
}

export type FileKind = 'file' | 'folder' | 'other'

/**
 * Where files are read from: the disk, a revision of a repository, or either with a rendered tree laid over it. Paths are absolute, as on
 * the disk. What cannot be read throws with the code that node:fs would give.
 */
export interface FileSystem {
  readBytes(path: string): Uint8Array
  readFolder(path: string): readonly FolderEntry[]
  /** With links followed, where there are such; undefined where there is nothing, or nothing that can be looked at. */
  kindOf(path: string): FileKind | undefined
  /** True where a path, once every link on it is followed, leads into a folder or to it; false too where it leads nowhere. */
  isReallyInside(path: string, folder: string): boolean
  /** Told which files are about to be read, so that they can be had at once. */
  prepare(paths: readonly string[]): Promise<void>
}
