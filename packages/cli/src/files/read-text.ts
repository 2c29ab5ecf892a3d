import { readFileSync } from 'node:fs'
import { fileError } from './file-error.ts'
import type { Result } from './result.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of a file; the error says why without naming the file, since callers know the name their user gave it. */
export function readText(path: string): Result<string> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (thrown) {
    return { error: fileError(thrown) }
  }
  try {
    return { value: utf8.decode(bytes) }
  } catch {
    return { error: 'it is not UTF-8 text' }
  }
}
