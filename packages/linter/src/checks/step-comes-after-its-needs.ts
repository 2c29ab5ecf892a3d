import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { stepAt } from '../fleet/step-at.ts'
import { isWaitedFor, syncNeeds } from '../fleet/sync-needs.ts'
import { syncNeighbours } from '../fleet/sync-neighbours.ts'
import { isBefore, stepTitle } from '../fleet/sync-step.ts'
import { title } from '../fleet/title.ts'

/** Argo CD does not wait for an object before it applies what makes that object healthy. */
export const stepComesAfterItsNeeds: Check = {
  name: 'step-comes-after-its-needs',
  params: noParams,
  *find(fleet) {
    for (const objects of syncNeighbours(fleet)) {
      const steps = new Map(objects.map(({ entry, step }) => [entry, step]))
      for (const { entry, step } of objects.filter(one => isWaitedFor(one.entry))) {
        for (const need of new Set(syncNeeds(fleet, entry))) {
          const later = steps.get(need)
          if (later === undefined || !isBefore(step, later)) continue
          yield {
            at: stepAt(entry),
            entry,
            message: `${title(entry)} is applied in ${stepTitle(step)}, and ${title(need)}, without which it never becomes healthy, only in ${stepTitle(later)}`,
            related: [{ at: within(need.place, 'metadata', 'name'), message: `${title(need)} is here` }],
          }
        }
      }
    }
  },
}
