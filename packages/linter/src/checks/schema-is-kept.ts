import type { Check } from '../check.ts'
import { fields } from '../check-params.ts'
import { faultKinds, type SchemaFault } from '../schema/schema-fault.ts'

interface Params {
  readonly fault: SchemaFault['fault']
}

/** Objects are as the schemas of their kinds say; each policy takes one sort of fault. */
export const schemaIsKept: Check<Params> = {
  name: 'schema-is-kept',
  params: fields({ fault: { enum: faultKinds } }, 'fault'),
  find: ({ schemaFaults = [] }, { fault }) => schemaFaults.filter(one => one.fault === fault),
}
