import { join, relative, sep } from 'node:path'
import { parseBlobs } from '../git/parse-blobs.ts'
import { type Environment, gitError, readBlob, runGit } from '../git/run-git.ts'
import { slashed } from './display.ts'
import type { FileKind, FileSystem } from './file-system.ts'
import { indexFolders } from './folder-index.ts'
import type { Result } from './result.ts'

/** The files of one commit, as if they lay in the work tree at `root`; nothing is checked out. */
export async function revisionFiles(
  root: string,
  commit: string,
  env: Environment,
): Promise<Result<FileSystem>> {
  const { code, bytes, err } = await runGit(root, env, ['ls-tree', '-r', '-z', '--full-tree', commit])
  if (code !== 0) return { error: gitError(err) }
  const ids = new Map<string, string>()
  const kinds = new Map<string, FileKind>()
  for (const entry of bytes.toString('utf8').split('\0')) {
    const [, mode, id, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? []
    if (mode === undefined || id === undefined || path === undefined) continue
    ids.set(join(root, path), id)
    // A link, or the commit of a submodule, is not followed.
    kinds.set(join(root, path), mode.startsWith('100') ? 'file' : 'other')
  }
  const folders = indexFolders(kinds, root)
  const contents = new Map<string, Uint8Array>()
  const kindOf = (path: string): FileKind | undefined => (folders.has(path) ? 'folder' : kinds.get(path))
  return {
    value: {
      kindOf,
      readBytes(path) {
        const id = ids.get(path)
        if (id === undefined || kinds.get(path) !== 'file') throw absent(path, root)
        const known = contents.get(id) ?? readBlob(root, env, id)
        contents.set(id, known)
        return known
      },
      readFolder(path) {
        const entries = folders.get(path)
        if (entries === undefined) throw absent(path, root)
        return [...entries.values()]
      },
      isReallyInside: (path, folder) =>
        kindOf(path) !== undefined && (path === folder || path.startsWith(`${folder}${sep}`)),
      async prepare(paths) {
        const wanted = new Set(paths.flatMap(path => ids.get(path) ?? []).filter(id => !contents.has(id)))
        if (wanted.size === 0) return
        const answer = await runGit(root, env, ['cat-file', '--batch'], `${[...wanted].join('\n')}\n`)
        for (const [id, content] of parseBlobs(answer.bytes)) contents.set(id, content)
      },
    },
  }
}

function absent(path: string, root: string): Error {
  const name = slashed(relative(root, path))
  return Object.assign(new Error(`the revision has no file ${name}`), { code: 'ENOENT', syscall: 'open' })
}
