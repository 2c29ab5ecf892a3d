import {
  closeSync,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'
import { sep } from 'node:path'
import { errorCode } from './file-error.ts'
import type { FileKind, FileSystem } from './file-system.ts'

/** The disk as it is. */
export const diskFiles: FileSystem = {
  readBytes(path) {
    const file = openSync(path, 'r')
    try {
      const { size } = endingOf(file, path)
      if (size > largest) throw systemError('EFBIG', path)
      return readFileSync(file)
    } finally {
      closeSync(file)
    }
  },
  readFolder: path =>
    readdirSync(path, { withFileTypes: true }).map(entry => ({ name: entry.name, kind: kindOf(entry) })),
  kindOf(path) {
    try {
      return kindOf(statSync(path))
    } catch (thrown) {
      // Links in a circle, a name that is too long: whoever reads it is told why.
      if (errorCode(thrown) === undefined) throw thrown
      return undefined
    }
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

/** Above every limit of what is read of a file, and far below what a process can hold. */
const largest = 128 * 1024 * 1024

// A device never ends. A pipe does once its writer is done, and somebody may have given it on purpose.
function endingOf(file: number, path: string): Stats {
  const stats = fstatSync(file)
  if (stats.isCharacterDevice() || stats.isBlockDevice() || stats.isSocket()) throw systemError('ENXIO', path)
  return stats
}

function systemError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code, syscall: 'read', path })
}

function kindOf(entry: Dirent | Stats): FileKind {
  if (entry.isFile()) return 'file'
  return entry.isDirectory() ? 'folder' : 'other'
}
