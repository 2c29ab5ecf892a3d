import type { Step } from '@espalier/linter'
import type { Finding, Policy } from '@espalier/model'
import { unknownRole } from '../files/cluster-roles.ts'
import { diskFiles } from '../files/disk-files.ts'
import type { TopologyFile } from '../files/find-topologies.ts'
import type { Result } from '../files/result.ts'
import type { Io } from '../io.ts'
import { readSide, type Side } from './read-side.ts'
import type { LintRequest } from './request.ts'
import { userPolicies } from './user-policies.ts'

/** All that a run of the linter starts from. */
export interface Gathered {
  readonly side: Side
  /** The user's own. */
  readonly policies: readonly Policy[]
  /** Why there can be no verdict, with the findings that say more. */
  readonly failure?: { readonly message: string; readonly findings: readonly Finding[] }
}

export async function gather(
  request: LintRequest,
  topologies: readonly TopologyFile[],
  {
    cwd,
    env,
    tick,
    step,
  }: Pick<Io, 'cwd' | 'env'> & { readonly tick: (what: string) => void; readonly step: Step },
): Promise<Result<Gathered>> {
  const { named, roles, paths, crds } = request
  const wanted = { cwd, files: diskFiles, topologies, named, roles, paths, crds, env, tick, step }
  const side = await readSide(wanted)
  if (side.error !== undefined) return side
  const { territories, usable, findings, fleets } = side.value
  const known = fleets.flatMap(({ clusters }) => clusters.map(({ name }) => name))
  const unknown = usable ? unknownRole(roles, known) : undefined
  if (unknown !== undefined) return { error: unknown }
  const user = await userPolicies({ cwd, given: request.policies, topologies: territories }, diskFiles)
  if (user.error !== undefined) return user
  const { policies, findings: faults } = user.value
  const value = { side: side.value, policies }
  if (usable && faults.length === 0) return { value }
  const message = usable ? 'a policy cannot be used' : 'the topology cannot be used'
  return { value: { ...value, failure: { message, findings: [...findings, ...faults] } } }
}
