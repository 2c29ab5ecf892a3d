import type { Kind } from './list-tree.ts'
import type { Foreign } from './stranger.ts'

/** The first thing between the root and a file that does not let us through, the file itself included. */
export function obstacleTo(path: string, entries: ReadonlyMap<string, Kind>): Foreign | undefined {
  for (let slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
    const folder = path.slice(0, slash)
    const kind = entries.get(folder)
    if (kind === undefined) return undefined
    if (kind === 'link') return { path: folder, why: 'it is a symbolic link' }
    if (kind !== 'folder') return { path: folder, why: 'it is a file, and a folder is needed here' }
  }
  const kind = entries.get(path)
  if (kind === undefined || kind === 'file') return undefined
  const what = { folder: 'a folder', link: 'a symbolic link', other: 'not a regular file' }[kind]
  return { path, why: `it is ${what}` }
}
