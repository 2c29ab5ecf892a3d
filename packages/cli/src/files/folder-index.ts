import { basename, dirname } from 'node:path'
import type { FileKind, FolderEntry } from './file-system.ts'

/** What folders hold, as a list of paths says: by folder, its entries by name. */
export type FolderIndex = ReadonlyMap<string, ReadonlyMap<string, FolderEntry>>

/** The folders above the given absolute paths, up to `root`. */
export function indexFolders(
  paths: Iterable<readonly [path: string, kind: FileKind]>,
  root: string,
): FolderIndex {
  const folders = new Map<string, Map<string, FolderEntry>>([[root, new Map()]])
  for (const [path, kind] of paths) add(path, kind)
  return folders

  function add(path: string, kind: FileKind): void {
    const folder = dirname(path)
    if (!folders.has(folder) && folder !== path) {
      folders.set(folder, new Map())
      if (folder !== root) add(folder, 'folder')
    }
    const name = basename(path)
    folders.get(folder)?.set(name, { name, kind })
  }
}
