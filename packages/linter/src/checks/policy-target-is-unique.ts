import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields, kindNames } from '../check-params.ts'
import { field, text } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { mayMove } from '../fleet/may-move.ts'
import { targetRef } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

interface Params {
  readonly kinds: readonly string[]
  /** Policies for different destinations, by the service in `destinationArn`, stand beside each other. */
  readonly byDestination?: boolean
}

/** No two policies of one kind target the same object. */
export const policyTargetIsUnique: Check<Params> = {
  name: 'policy-target-is-unique',
  params: fields({ kinds: kindNames, byDestination: { type: 'boolean' } }, 'kinds'),
  *find(fleet, { kinds, byDestination = false }) {
    const first = new Map<string, Entry>()
    for (const entry of fleet.ofKind(kinds)) {
      const ref = targetRef(entry)
      if (ref === undefined || entry.cluster === undefined || mayMove(entry)) continue
      const destination = byDestination ? destinationOf(entry) : ''
      if (destination === undefined) continue
      const target = `${ref.kind.split('.')[0]} ${ref.namespace}/${ref.name}`
      const key = [entry.cluster.name, entry.kind, ref.kind, target, destination].join('\0')
      const other = first.get(key)
      if (other === undefined) first.set(key, entry)
      // The same object twice is another rule's business.
      if (other === undefined || other.name === entry.name) continue
      const what = destination === '' ? '' : ` for destinations of ${destination}`
      yield {
        at: within(ref.at, 'name'),
        entry,
        message: `${title(entry)} and ${title(other)} both target ${target}${what}, and only one of them can count`,
        related: [{ at: within(other.place, 'metadata', 'name'), message: `${title(other)} is here` }],
      }
    }
  },
}

/** `s3`, `logs` or `firehose`. */
function destinationOf({ object }: Entry): string | undefined {
  return text(field(object, 'spec', 'destinationArn'))?.split(':')[2] || undefined
}
