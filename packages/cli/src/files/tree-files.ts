import { join } from 'node:path'
import type { FileTree } from '@espalier/model'
import type { FileSystem, FolderEntry } from './file-system.ts'
import { indexFolders } from './folder-index.ts'

/** Files with a rendered tree laid over them, as if it had been written to `root`; `gone` are those that writing it would remove. */
export function treeFiles(
  under: FileSystem,
  root: string,
  tree: FileTree,
  gone: ReadonlySet<string>,
): FileSystem {
  const texts = new Map([...tree].map(([path, text]) => [join(root, path), text]))
  const folders = indexFolders(
    [...texts.keys()].map(path => [path, 'file'] as const),
    root,
  )
  return {
    readBytes(path) {
      const text = texts.get(path)
      return text === undefined ? under.readBytes(path) : Buffer.from(text)
    },
    readFolder(path) {
      const own = folders.get(path)
      const below = own === undefined || under.kindOf(path) === 'folder' ? under.readFolder(path) : []
      const entries = new Map<string, FolderEntry>(below.map(entry => [entry.name, entry]))
      for (const [name, entry] of own ?? []) entries.set(name, entry)
      return [...entries.values()].filter(({ name }) => !gone.has(join(path, name)))
    },
    kindOf(path) {
      if (gone.has(path)) return undefined
      return texts.has(path) ? 'file' : folders.has(path) ? 'folder' : under.kindOf(path)
    },
    isReallyInside: (path, folder) => texts.has(path) || under.isReallyInside(path, folder),
    prepare: paths => under.prepare(paths.filter(path => !texts.has(path))),
  }
}
