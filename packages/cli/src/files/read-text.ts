import { diskFiles } from './disk-files.ts'
import { fileError } from './file-error.ts'
import type { FileSystem } from './file-system.ts'
import type { Result } from './result.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of a file; the error says why without naming the file, since callers know the name their user gave it. */
export function readText(path: string, files: FileSystem = diskFiles): Result<string> {
  let bytes: Uint8Array
  try {
    bytes = files.readBytes(path)
  } catch (thrown) {
    return { error: fileError(thrown) }
  }
  try {
    return { value: utf8.decode(bytes) }
  } catch {
    return { error: 'it is not UTF-8 text' }
  }
}
