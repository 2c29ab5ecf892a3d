import { type Dirent, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import { sep } from 'node:path'
import type { FileKind, FileSystem } from './file-system.ts'

/** The disk as it is. */
export const diskFiles: FileSystem = {
  readBytes: path => readFileSync(path),
  readFolder: path =>
    readdirSync(path, { withFileTypes: true }).map(entry => ({ name: entry.name, kind: kindOf(entry) })),
  kindOf(path) {
    const stats = statSync(path, { throwIfNoEntry: false })
    return stats && kindOf(stats)
  },
  isReallyInside(path, folder) {
    try {
      const [inner, outer] = [realpathSync(path), realpathSync(folder)]
      return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : `${outer}${sep}`)
    } catch {
      return false
    }
  },
  prepare: async () => {},
}

function kindOf(entry: Dirent | Stats): FileKind {
  if (entry.isFile()) return 'file'
  return entry.isDirectory() ? 'folder' : 'other'
}
