import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields, kindNames } from '../check-params.ts'
import { declares } from '../fleet/declares.ts'
import type { FleetCluster } from '../fleet/fleet.ts'
import { resolve, targetRef } from '../fleet/refs.ts'
import { clusterTitle, title } from '../fleet/title.ts'

interface Params {
  readonly kinds: readonly string[]
  readonly targets: readonly string[]
  /** Clusters of this role are passed over: there the policy is misplaced, and another rule says so. */
  readonly exceptIn?: FleetCluster['role']
}

/** What a policy of Lattice targets is in the policy's own cluster and namespace. */
export const policyTargetIsPresent: Check<Params> = {
  name: 'policy-target-is-present',
  params: fields(
    { kinds: kindNames, targets: kindNames, exceptIn: { enum: ['config', 'workload'] } },
    'kinds',
    'targets',
  ),
  *find(fleet, { kinds, targets, exceptIn }) {
    for (const entry of fleet.ofKind(kinds)) {
      const ref = targetRef(entry)
      if (ref === undefined || entry.cluster === undefined || entry.cluster.role === exceptIn) continue
      if (!targets.includes(ref.kind) || resolve(fleet, ref).length > 0) continue
      const what = `${ref.kind.split('.')[0]} ${ref.namespace}/${ref.name}`
      const elsewhere = fleet.anywhere(ref.kind, ref.namespace, ref.name)
      yield {
        at: within(ref.at, 'name'),
        entry,
        message: `${title(entry)} targets ${what}, but ${clusterTitle(entry)} has no such object`,
        related: elsewhere.map(other => ({
          at: within(other.place, 'metadata', 'name'),
          message: `${what} is in ${clusterTitle(other)}`,
        })),
        missing: { kinds: [ref.kind], among: [entry.cluster], declared: declares(fleet.model, ref) },
      }
    }
  },
}
