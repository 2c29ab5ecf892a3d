import { dirname, join } from 'node:path'
import { fileError } from '../files/file-error.ts'
import type { Result } from '../files/result.ts'
import { disk } from '../tree/disk.ts'
import { isFree } from './is-free.ts'
import type { NewFile } from './new-file.ts'

export interface Outcome {
  readonly written: readonly NewFile[]
  /** There already, and as they were. */
  readonly left: readonly NewFile[]
}

/** Writes the files that are not there yet; looks at the place of each before the first, and leaves nothing half done. */
export function writeNew(files: readonly NewFile[], root: string): Result<Outcome> {
  const free: NewFile[] = []
  for (const file of files) {
    const { value, error } = isFree(join(root, file.path), root)
    if (error !== undefined) return { error: `${file.path} cannot be written: ${error}` }
    if (value) free.push(file)
  }
  for (const [index, { path, text }] of free.entries()) {
    const to = join(root, path)
    try {
      disk.makeFolder(dirname(to))
      disk.create(to, text)
    } catch (thrown) {
      for (const { path } of free.slice(0, index)) disk.remove(join(root, path))
      return { error: `${path} cannot be written: ${fileError(thrown)}` }
    }
  }
  return { value: { written: free, left: files.filter(file => !free.includes(file)) } }
}
