import { type DeliveredEntries, deliveredEntries } from './delivered-entries.ts'
import { type Delivering, delivering } from './delivering.ts'
import type { Entry, Fleet } from './fleet.ts'
import { oncePer } from './once-per.ts'
import { projectOf } from './projects.ts'

/** What an Application delivers, and the project that has to admit it. */
export interface InProject extends Delivering, DeliveredEntries {
  readonly project: Entry
}

/** The deliveries of Applications whose project is known. */
export const inProjects: (fleet: Fleet) => readonly InProject[] = oncePer(fleet =>
  delivering(fleet).flatMap(one => {
    const { delivery, entry } = one
    const isKnown = delivery.engine === 'argocd' && !entry.kustomized
    const project = isKnown ? projectOf(fleet, delivery.object, entry) : undefined
    return project === undefined ? [] : [{ ...one, project, ...deliveredEntries(fleet, delivery) }]
  }),
)
