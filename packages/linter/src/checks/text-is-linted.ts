import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'

/** Every text can be linted as it lies there. */
export const textIsLinted: Check = {
  name: 'text-is-linted',
  params: noParams,
  find: fleet => fleet.unread,
}
