import { groupOf, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields, words } from '../check-params.ts'
import { field, list, text } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { title } from '../fleet/title.ts'

interface Params {
  /** Of kinds that have no condition by which Flux could tell. */
  readonly groups: readonly string[]
}

/** A health check of Flux on kinds that say nothing by themselves comes with an expression. */
export const healthCheckSaysSomething: Check<Params> = {
  name: 'health-check-says-something',
  params: fields({ groups: words }, 'groups'),
  *find(fleet, { groups }) {
    for (const entry of fleet.ofKind([kinds.kustomization])) {
      const { spec } = entry.object
      // Then the list is ignored.
      if (field(spec, 'wait') === true) continue
      for (const [index, check] of list(field(spec, 'healthChecks')).entries()) {
        const kind = text(field(check, 'kind'))
        const group = groupOf(text(field(check, 'apiVersion')) ?? '')
        if (kind === undefined || !groups.includes(group) || hasExpression(entry, group, kind)) continue
        yield {
          at: within(entry.place, 'spec', 'healthChecks', index),
          entry,
          message: `${title(entry)} waits for ${kind} ${text(field(check, 'name')) ?? ''}, which counts as ready as soon as it is there`,
        }
      }
    }
  },
}

// An expression without a kind is for the whole group.
function hasExpression({ object }: Entry, group: string, kind: string): boolean {
  return list(field(object.spec, 'healthCheckExprs')).some(
    one =>
      groupOf(text(field(one, 'apiVersion')) ?? '') === group && (text(field(one, 'kind')) || kind) === kind,
  )
}
