import type { Fleet } from '../fleet/fleet.ts'
import { type Beforehand, schemaFaults } from './schema-faults.ts'

/** A fleet whose objects are held against the schemas of their kinds. */
export async function withSchemas(fleet: Fleet, beforehand: Beforehand = {}): Promise<Fleet> {
  const givenKinds = new Set(beforehand.crds?.map(({ groupKind }) => groupKind))
  return { ...fleet, givenKinds, schemaFaults: await schemaFaults(fleet, beforehand) }
}
