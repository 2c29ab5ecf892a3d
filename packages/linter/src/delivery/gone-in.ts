import type { EngineObject } from './engine-objects.ts'
import type { Plan } from './plan.ts'
import { replacedIn } from './replaced-in.ts'

/** Objects in whose place a delivery brings others, and what only such objects make; each is in a cluster only if somebody brings it. */
export function goneIn(plans: readonly Plan[]): ReadonlySet<EngineObject> {
  const gone = new Set(replacedIn(plans))
  if (gone.size === 0) return gone
  const makers = new Map<EngineObject, Set<EngineObject>>()
  for (const { by, instead } of plans)
    for (const made of [...(instead?.values() ?? [])].flat())
      if (made.made !== undefined) makers.set(made, (makers.get(made) ?? new Set()).add(by))
  let before = -1
  while (before < gone.size) {
    before = gone.size
    for (const [made, by] of makers) if ([...by].every(one => gone.has(one))) gone.add(made)
  }
  return gone
}
