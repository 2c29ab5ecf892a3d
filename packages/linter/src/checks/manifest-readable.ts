import type { Check } from '../check.ts'
import { fields } from '../check-params.ts'
import { type TextFault, textFaults } from '../fleet/fleet.ts'

interface Params {
  readonly fault: TextFault['kind']
}

/** Every text can be read as YAML; each policy takes one reason why it cannot be. */
export const manifestReadable: Check<Params> = {
  name: 'manifest-readable',
  params: fields({ fault: { enum: textFaults } }, 'fault'),
  find: ({ faults }, { fault }) => faults.filter(({ kind }) => kind === fault),
}
