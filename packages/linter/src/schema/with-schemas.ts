import type { Fleet } from '../fleet/fleet.ts'
import type { Crd } from './crd.ts'
import { schemaFaults } from './schema-faults.ts'

/** A fleet whose objects are held against the schemas of their kinds; `given` are CustomResourceDefinitions from elsewhere. */
export async function withSchemas(fleet: Fleet, given: readonly Crd[] = []): Promise<Fleet> {
  const givenKinds = new Set(given.map(({ groupKind }) => groupKind))
  return { ...fleet, givenKinds, schemaFaults: await schemaFaults(fleet, given) }
}
