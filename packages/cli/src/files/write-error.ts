import { errorCode, fileError } from './file-error.ts'

/** Why a file could not be written, in words: what is missing then is its folder. */
export function writeError(thrown: unknown): string {
  return errorCode(thrown) === 'ENOENT' ? 'there is no such folder' : fileError(thrown)
}
