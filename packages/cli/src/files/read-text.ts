import { diskFiles } from './disk-files.ts'
import { fileError } from './file-error.ts'
import type { FileSystem } from './file-system.ts'
import type { Result } from './result.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** What is said of files that can be read, but hold no text. */
export const noText = {
  utf8: 'it is not UTF-8 text',
  utf16: 'it is UTF-16 text, and UTF-8 is expected',
} as const

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
    const [first = 0, second = 0] = bytes
    const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
    return { error: isUtf16 ? noText.utf16 : noText.utf8 }
  }
}
