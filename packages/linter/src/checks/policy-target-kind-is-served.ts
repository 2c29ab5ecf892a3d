import { keyOf, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields, kindNames } from '../check-params.ts'
import { targetRef } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

interface Params {
  readonly kinds: readonly string[]
  readonly targets: readonly string[]
}

/** A policy of Lattice targets a kind to which its controller applies it. */
export const policyTargetKindIsServed: Check<Params> = {
  name: 'policy-target-kind-is-served',
  params: fields({ kinds: kindNames, targets: kindNames }, 'kinds', 'targets'),
  *find(fleet, { kinds, targets }) {
    for (const entry of fleet.ofKind(kinds)) {
      const ref = targetRef(entry)
      if (ref === undefined || targets.includes(ref.kind)) continue
      const [kind = '', ...group] = ref.kind.split('.')
      const meant = targets.find(target => target.split('.')[0] === kind)
      const known = targets.map(target => target.split('.')[0]).join(', ')
      const wrong =
        meant === undefined
          ? `targets a ${kind || 'target without a kind'}, but ${entry.object.kind} applies only to ${known}`
          : `targets a ${kind} of group "${group.join('.')}", but its group is "${meant.split('.').slice(1).join('.')}"`
      const step = within(ref.at, meant === undefined ? 'kind' : 'group')
      yield { at: meant === undefined ? step : keyOf(step), entry, message: `${title(entry)} ${wrong}` }
    }
  },
}
