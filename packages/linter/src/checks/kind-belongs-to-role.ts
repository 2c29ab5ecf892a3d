import { type Related, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields, kindNames } from '../check-params.ts'
import type { Fleet, FleetCluster } from '../fleet/fleet.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { resolve, targetRef } from '../fleet/refs.ts'
import { clusterTitle, title } from '../fleet/title.ts'

interface Params {
  readonly kinds: readonly string[]
  /** Role of the clusters in which these kinds are wrong. */
  readonly role: 'config' | 'workload' | 'none'
  /** What the message calls them. */
  readonly noun: string
  /** Only policies that target this kind. */
  readonly target?: string
  /** Policies whose target is in the same cluster are right where they are. */
  readonly unlessTargetIsThere?: boolean
}

/** Kinds of Lattice are in no cluster of a role they do not belong to. */
export const kindBelongsToRole: Check<Params> = {
  name: 'kind-belongs-to-role',
  params: fields(
    {
      kinds: kindNames,
      role: { enum: ['config', 'workload', 'none'] },
      noun: { type: 'string' },
      target: { type: 'string' },
      unlessTargetIsThere: { type: 'boolean' },
    },
    'kinds',
    'role',
    'noun',
  ),
  *find(fleet, { kinds, role, noun, target, unlessTargetIsThere }) {
    for (const entry of latticeOf(fleet, kinds)) {
      if (entry.cluster?.role !== role) continue
      const ref = targetRef(entry)
      if (target !== undefined && ref?.kind !== target) continue
      if (unlessTargetIsThere && ref && resolve(fleet, ref).length > 0) continue
      const { words, home = entry.cluster } = whereInstead(fleet, role, noun)
      yield {
        at: within(entry.place, 'kind'),
        entry,
        message: `${title(entry)} is in ${clusterTitle(entry)}, ${words}`,
        related: lineOf(home),
      }
    }
  },
}

function whereInstead(
  { clusters }: Fleet,
  role: Params['role'],
  noun: string,
): { readonly words: string; readonly home?: FleetCluster } {
  if (role === 'none') return { words: 'which takes part in no service network' }
  if (role === 'config') return { words: `but ${noun} belong in the workload cluster that runs the service` }
  const [home, ...others] = clusters.filter(cluster => cluster.role === 'config')
  if (home === undefined || others.length > 0) return { words: `but ${noun} belong in the config cluster` }
  return { words: `but ${noun} belong in the config cluster "${home.name}"`, home }
}

function lineOf({ at, name, role }: FleetCluster): readonly Related[] {
  if (at === undefined) return []
  const what = role === 'none' ? `cluster ${name}, without a role,` : `${role} cluster ${name}`
  return [{ at, message: `${what} is declared here` }]
}
