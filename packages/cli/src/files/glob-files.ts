import type { FileKind, FileSystem } from './file-system.ts'

type Answer<T> = (error: Error | null, value: T) => void

interface GlobEntry {
  readonly name: string
  isFile(): boolean
  isDirectory(): boolean
  isSymbolicLink(): boolean
}

/** The three functions of node:fs by which fast-glob looks around, over other files than those of the disk. */
export function globFiles(files: FileSystem): object {
  const stat = (path: string, answer: Answer<GlobEntry>): void =>
    attempt(() => {
      const kind = files.kindOf(path)
      if (kind === undefined)
        throw Object.assign(new Error(`${path} does not exist`), { code: 'ENOENT', syscall: 'stat' })
      return entryOf(path, kind)
    }, answer)
  return {
    stat,
    lstat: stat,
    readdir: (path: string, _: unknown, answer: Answer<readonly GlobEntry[]>): void =>
      attempt(() => files.readFolder(path).map(({ name, kind }) => entryOf(name, kind)), answer),
  }
}

function entryOf(name: string, kind: FileKind): GlobEntry {
  return {
    name,
    isFile: () => kind === 'file',
    isDirectory: () => kind === 'folder',
    isSymbolicLink: () => kind === 'other',
  }
}

function attempt<T>(act: () => T, answer: Answer<T>): void {
  const { value, error } = outcomeOf(act)
  // The second argument is not looked at beside an error.
  answer(error ?? null, value as T)
}

function outcomeOf<T>(act: () => T): { readonly value?: T; readonly error?: Error } {
  try {
    return { value: act() }
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
}
