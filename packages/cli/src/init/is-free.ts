import { accessSync, constants, lstatSync, type Stats } from 'node:fs'
import { dirname } from 'node:path'
import { diskFiles } from '../files/disk-files.ts'
import { errorCode, fileError } from '../files/file-error.ts'
import type { Result } from '../files/result.ts'

/** False where something is at an absolute path already, a link that leads nowhere too; the error says why nothing can be written there. */
export function isFree(path: string, root: string): Result<boolean> {
  if (statOf(path) !== undefined) return { value: false }
  const above = nearestFolder(dirname(path))
  if (!diskFiles.isReallyInside(above, root)) return { error: 'its folder leads out of the repository' }
  try {
    // As a folder, because a file is writable too.
    accessSync(`${above}/.`, constants.W_OK)
  } catch (thrown) {
    return { error: fileError(thrown) }
  }
  return { value: true }
}

function nearestFolder(folder: string): string {
  return statOf(folder) === undefined ? nearestFolder(dirname(folder)) : folder
}

function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path)
  } catch (thrown) {
    const code = errorCode(thrown)
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw thrown
  }
}
