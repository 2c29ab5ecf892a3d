import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { leadsElsewhere } from '../fleet/leads-elsewhere.ts'
import { stepAt } from '../fleet/step-at.ts'
import { isWaitedFor, syncNeeds } from '../fleet/sync-needs.ts'
import { syncNeighbours } from '../fleet/sync-neighbours.ts'
import { isBefore, stepTitle } from '../fleet/sync-step.ts'
import { title } from '../fleet/title.ts'

/** No step of a sync comes after a route that waits for what another cluster exports. */
export const stepWaitsForOwnCluster: Check = {
  name: 'step-waits-for-own-cluster',
  params: noParams,
  *find(fleet) {
    for (const objects of syncNeighbours(fleet)) {
      for (const { entry, step } of objects) {
        if (!isWaitedFor(entry) || !leadsElsewhere(fleet, entry)) continue
        // What the route itself needs may not come later at all, as another rule says.
        const needs = syncNeeds(fleet, entry)
        const next = objects.find(other => isBefore(step, other.step) && !needs.includes(other.entry))
        if (next === undefined) continue
        yield {
          at: stepAt(entry),
          entry,
          message: `Argo CD holds ${title(next.entry)} of ${stepTitle(next.step)} back until ${title(entry)} is healthy, which leads to what other clusters export`,
          related: [
            { at: within(next.entry.place, 'metadata', 'name'), message: `${title(next.entry)} is here` },
          ],
        }
      }
    }
  },
}
