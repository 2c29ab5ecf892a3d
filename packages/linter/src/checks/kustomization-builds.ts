import type { Check } from '../check.ts'
import { fields } from '../check-params.ts'
import type { BuildRemark } from '../fleet/fleet.ts'

interface Params {
  readonly kinds: readonly BuildRemark['kind'][]
}

/** A kustomization is built, and all that it makes is known. */
export const kustomizationBuilds: Check<Params> = {
  name: 'kustomization-builds',
  params: fields(
    { kinds: { type: 'array', items: { enum: ['broken', 'unread', 'simplified'] }, minItems: 1 } },
    'kinds',
  ),
  find: (fleet, { kinds }) => fleet.builds.filter(({ kind }) => kinds.includes(kind)),
}
