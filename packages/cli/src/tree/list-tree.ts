import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { fileError } from '../files/file-error.ts'
import type { Result } from '../files/result.ts'
import { isTemporary } from './replace-file.ts'
import type { Target } from './target.ts'

export type Kind = 'file' | 'folder' | 'link' | 'other'

/** What is on the disk at and below some folders, and at every step from the root to them; links are listed and never entered, nor are the temporary folders of a killed render. */
export function listTree(folders: readonly string[], target: Target): Result<ReadonlyMap<string, Kind>> {
  const entries = new Map<string, Kind>()
  const enter = (folder: string): void => {
    for (const entry of readdirSync(join(target.root, folder), { withFileTypes: true })) {
      if (entry.name === '.git') continue
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      const kind = kindOf(entry)
      entries.set(path, kind)
      if (kind !== 'folder' || isTemporary(entry.name, target.topology)) continue
      here = path
      enter(path)
    }
  }
  let here = ''
  try {
    for (here of folders) if (isFolder(here, target.root, entries)) enter(here)
  } catch (thrown) {
    return { error: `${target.show(here)} cannot be read: ${fileError(thrown)}` }
  }
  return { value: entries }
}

/** True where every step from the root to the folder is a real folder; notes the steps on the way. */
function isFolder(folder: string, root: string, entries: Map<string, Kind>): boolean {
  const steps = folder === '' ? [] : folder.split('/')
  return steps.every((_, at) => {
    const step = steps.slice(0, at + 1).join('/')
    const stats = lstatSync(join(root, step), { throwIfNoEntry: false })
    if (stats === undefined) return false
    entries.set(step, kindOf(stats))
    return stats.isDirectory()
  })
}

function kindOf(entry: Dirent | Stats): Kind {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  return entry.isSymbolicLink() ? 'link' : 'other'
}
