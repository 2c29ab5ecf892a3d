import type { Tagged } from '@espalier/linter'
import { tooLarge } from './file-error.ts'

/** Why a file could not be read, as the linter tells it. */
export function textFault(message: string): Required<Tagged>['fault'] {
  return { kind: message === tooLarge ? 'too-large' : 'unreadable', message }
}
