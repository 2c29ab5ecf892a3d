import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { admittedBy, projectAdmits } from '../delivery/project-admits.ts'
import { delivering } from '../fleet/delivering.ts'
import { projectOf } from '../fleet/projects.ts'
import { title as titleOf } from '../fleet/title.ts'
import { someOf } from '../text/some-of.ts'

/** The AppProject of an Application admits the cluster and namespace it goes to. */
export const destinationIsInProject: Check = {
  name: 'destination-is-in-project',
  params: noParams,
  *find(fleet) {
    for (const one of delivering(fleet)) {
      const { delivery, entry } = one
      const { title, destination, target, targetAt } = delivery
      if (destination === undefined || !('cluster' in target)) continue
      const project = projectOf(fleet, delivery.object, entry)
      if (project === undefined || projectAdmits(project.object, destination) !== false) continue
      const admitted = someOf(admittedBy(project.object)) || 'nothing'
      const { namespace, name = destination.server } = destination
      yield {
        at: targetAt,
        entry,
        message: `${title} goes to ${name}${namespace ? ` (namespace ${namespace})` : ''}, but ${titleOf(project)} admits ${admitted}`,
        related: [
          { at: within(project.place, 'spec', 'destinations'), message: `${titleOf(project)} says so here` },
        ],
      }
    }
  },
}
