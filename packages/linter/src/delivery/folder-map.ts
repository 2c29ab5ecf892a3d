import { folderOf } from '../fleet/kustomization.ts'
import { baseOf } from './path.ts'

/** What lies directly in a folder, by name, sorted. */
interface Folder {
  readonly files: readonly string[]
  readonly folders: readonly string[]
}

/** Folders by path: looked up, so that many deliveries of many files cost no more than both together. */
export type FolderMap = ReadonlyMap<string, Folder>

export function mapFolders(paths: Iterable<string>): FolderMap {
  const found = new Map<string, { readonly files: string[]; readonly folders: string[] }>()
  const at = (path: string) => {
    const known = found.get(path)
    if (known !== undefined) return known
    const folder = { files: [], folders: [] }
    found.set(path, folder)
    if (path !== '') at(folderOf(path)).folders.push(baseOf(path))
    return folder
  }
  for (const path of paths) at(folderOf(path)).files.push(baseOf(path))
  for (const { files, folders } of found.values()) {
    files.sort()
    folders.sort()
  }
  return found
}
