import { keyOf, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields, kindNames } from '../check-params.ts'
import { field, text } from '../fleet/fields.ts'
import { mayMove } from '../fleet/may-move.ts'
import { targetRef } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

interface Params {
  readonly kinds: readonly string[]
  /** What the controller takes where `targetRef.namespace` is missing; without it, the policy's own namespace. */
  readonly otherwise?: string
}

/** The namespace in a policy's targetRef is the policy's own. */
export const targetNamespaceIsOwn: Check<Params> = {
  name: 'target-namespace-is-own',
  params: fields({ kinds: kindNames, otherwise: { type: 'string' } }, 'kinds'),
  *find(fleet, { kinds, otherwise }) {
    for (const entry of fleet.ofKind(kinds)) {
      const ref = targetRef(entry)
      const written = text(field(entry.object, 'spec', 'targetRef', 'namespace'))
      const read = written ?? otherwise ?? entry.namespace
      if (ref === undefined || read === entry.namespace || mayMove(entry)) continue
      const what =
        written === undefined
          ? `names no targetRef.namespace, which means ${read}`
          : `names namespace ${written} in its targetRef`
      yield {
        at: written === undefined ? keyOf(ref.at) : within(ref.at, 'namespace'),
        entry,
        message: `${title(entry)} ${what}, but a policy reaches only its own namespace ${entry.namespace}`,
      }
    }
  },
}
