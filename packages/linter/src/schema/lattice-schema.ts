import { latticeGroup } from '../fleet/kinds.ts'
import type { KindSchema } from './kind-schema.ts'
import { withoutNulls } from './without-nulls.ts'

/** What schemas/application-networking.k8s.aws says of a kind of the AWS Gateway API Controller; it knows every field. */
export async function latticeSchema(apiVersion: string, kind: string): Promise<KindSchema | undefined> {
  if (apiVersion !== `${latticeGroup}/v1alpha1`) return undefined
  const { latticeKinds, validateLattice } = await import('../generated/validate-lattice.js')
  if (!latticeKinds.includes(kind)) return undefined
  const isValid = (object: unknown) => validateLattice({ [kind]: object })
  return {
    // Objects without a null are the rule, and cost no copy.
    errorsOf(object) {
      if (isValid(object) || isValid(withoutNulls(object))) return []
      return (validateLattice.errors ?? []).map(error => ({
        ...error,
        instancePath: error.instancePath.slice(kind.length + 1),
      }))
    },
    unknownFields: () => [],
  }
}
