import type { KindSchema } from './kind-schema.ts'
import { latticeSchema } from './lattice-schema.ts'
import { packageSchema } from './package-schema.ts'

/** What Espalier itself knows of `apps/v1` and `Deployment`; loads no more than that kind needs. */
export async function knownSchema(apiVersion: string, kind: string): Promise<KindSchema | undefined> {
  return (await latticeSchema(apiVersion, kind)) ?? (await packageSchema(apiVersion, kind))
}
