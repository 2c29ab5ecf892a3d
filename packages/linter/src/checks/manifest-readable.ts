import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'

/** Every text can be read as YAML. */
export const manifestReadable: Check = {
  name: 'manifest-readable',
  params: noParams,
  find: fleet => fleet.faults,
}
