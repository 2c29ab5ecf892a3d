import { dirname, relative, resolve, sep } from 'node:path'
import type { Files } from '@espalier/linter'
import type { Source } from '@espalier/model'
import { diskFiles } from './disk-files.ts'
import { errorCode } from './file-error.ts'
import type { FileKind, FileSystem } from './file-system.ts'
import { readText } from './read-text.ts'

export interface KustomizeRequest {
  /** The folder that names of files are relative to. */
  readonly cwd: string
  /** Absolute; what lies in none of these is outside. Asked for only if there is something to build. */
  roots(): readonly string[]
  /** By absolute path: what has been read already. */
  readonly sources: ReadonlyMap<string, Source>
  readonly files?: FileSystem
}

/** The files that builds of kustomizations may read: those of the repository, and no links. */
export function kustomizeFiles({ cwd, sources, files = diskFiles, ...request }: KustomizeRequest): Files {
  const folders = new Map<string, ReadonlyMap<string, FileKind>>()
  const read = new Map<string, Source | undefined>(sources)
  const rootKinds = new Map<string, FileKind | undefined>()
  let known: readonly string[] | undefined
  const roots = () => {
    known ??= request.roots()
    return known
  }
  const kindOf = (path: string): FileKind | undefined => {
    // The way to a root is the user's own, links or not.
    if (roots().includes(path)) {
      if (!rootKinds.has(path)) rootKinds.set(path, files.kindOf(path))
      return rootKinds.get(path)
    }
    const parent = dirname(path)
    if (parent === path || kindOf(parent) !== 'folder') return undefined
    const entries = folders.get(parent) ?? entriesOf(parent, files)
    folders.set(parent, entries)
    return entries.get(path.slice(parent.length).replace(sep, ''))
  }
  return {
    kindOf(name) {
      const path = resolve(cwd, name)
      return roots().some(root => isWithin(path, root)) ? kindOf(path) : 'outside'
    },
    read(name) {
      const path = resolve(cwd, name)
      if (!read.has(path)) {
        const { value: text } = readText(path, files)
        read.set(path, text === undefined ? undefined : { file: name, text })
      }
      return read.get(path)
    },
  }
}

function isWithin(path: string, root: string): boolean {
  return relative(root, path).split(sep)[0] !== '..'
}

function entriesOf(folder: string, files: FileSystem): ReadonlyMap<string, FileKind> {
  try {
    return new Map(files.readFolder(folder).map(({ name, kind }) => [name, kind]))
  } catch (thrown) {
    // A folder that may not be read has nothing to show.
    if (errorCode(thrown) === undefined) throw thrown
    return new Map()
  }
}
