import { writtenOf } from './as-delivered.ts'
import type { EngineObject } from './engine-objects.ts'
import type { Plan } from './plan.ts'

/** Objects in whose place a delivery brings others; unless somebody brings them as they are, they are in no cluster. */
export function replacedIn(plans: readonly Plan[]): ReadonlySet<EngineObject> {
  return new Set(
    plans.flatMap(({ by, instead }) => {
      const own = instead?.get(writtenOf(by)) ?? []
      const others = [...(instead?.keys() ?? [])].filter(one => one !== by)
      return own.length === 0 || own.includes(by) ? others : [...others, by]
    }),
  )
}
