import { didYouMean, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields, kindNames } from '../check-params.ts'
import { declaredServices } from '../fleet/declared-services.ts'
import { declares } from '../fleet/declares.ts'
import type { Entry, FleetCluster } from '../fleet/fleet.ts'
import { kinds as known } from '../fleet/kinds.ts'
import { mayMove } from '../fleet/may-move.ts'
import { nameBeside } from '../fleet/name-beside.ts'
import { neighboursAmong } from '../fleet/neighbours-among.ts'
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
    const declared = declaredServices(fleet.model)
    const candidates = fleet.ofKind(targets)
    const neighbours = new Map(targets.map(kind => [kind, neighboursAmong(fleet.ofKind([kind]))]))
    const mayMeet = (entry: Entry, kind: string, name: string) =>
      candidates.some(
        one =>
          one.cluster === entry.cluster &&
          one.kind === kind &&
          one.name === name &&
          (mayMove(one) || mayMove(entry)),
      )
    for (const entry of fleet.ofKind(kinds)) {
      const ref = targetRef(entry)
      const { cluster } = entry
      if (ref === undefined || cluster === undefined || cluster.role === exceptIn) continue
      if (!targets.includes(ref.kind) || resolve(fleet, ref).length > 0) continue
      if (mayMeet(entry, ref.kind, ref.name)) continue
      const what = `${ref.kind.split('.')[0]} ${nameBeside(entry, ref)}`
      const elsewhere = fleet.anywhere(ref.kind, ref.namespace, ref.name)
      const hint = didYouMean(ref.name, neighbours.get(ref.kind)?.(cluster, ref.namespace) ?? [])
      const isService = ref.kind === known.service && declared(cluster, ref.namespace, ref.name) !== undefined
      yield {
        at: within(ref.at, 'name'),
        entry,
        message: `${title(entry)} targets ${what}, but ${clusterTitle(entry)} has no such object${hint}`,
        related: elsewhere.map(other => ({
          at: within(other.place, 'metadata', 'name'),
          message: `${what} is in ${clusterTitle(other)}`,
        })),
        missing: {
          kinds: [ref.kind],
          among: [cluster],
          declared: isService || declares(fleet.model, ref),
        },
      }
    }
  },
}
