import { dirname, join } from 'node:path'
import type { Disk } from './disk.ts'

/** The text of a file and where it goes, relative to the folder that it is written with. */
export interface NewFile {
  readonly path: string
  readonly text: string
}

/**
 * Makes a folder that does not exist yet appear with all of its files at once: they are written to a folder beside it, which is then
 * renamed. For thousands of files that is half the work of replacing each.
 */
export function createFolder(folder: string, files: readonly NewFile[], temporary: string, disk: Disk): void {
  const beside = join(dirname(folder), temporary)
  const made = new Set<string>()
  try {
    for (const { path, text } of files) {
      const to = join(beside, path)
      const above = dirname(to)
      if (!made.has(above)) disk.makeFolder(above)
      made.add(above)
      disk.create(to, text)
    }
    disk.rename(beside, folder)
  } catch (error) {
    discard(beside, disk)
    throw error
  }
}

// What cannot be removed now, or was never made, is no news beside the error that led here; the next render removes it.
function discard(folder: string, disk: Disk): void {
  try {
    disk.removeTree(folder)
  } catch {}
}
