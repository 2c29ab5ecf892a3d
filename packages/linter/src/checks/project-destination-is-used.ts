import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Destination } from '../delivery/delivery.ts'
import { projectAdmits } from '../delivery/project-admits.ts'
import { field, list, record, text } from '../fleet/fields.ts'
import { kinds } from '../fleet/kinds.ts'
import { projectReach } from '../fleet/project-reach.ts'
import { title } from '../fleet/title.ts'

/** Into every namespace that an AppProject admits by its name, of the clusters it is used for, one of its Applications delivers something. */
export const projectDestinationIsUsed: Check = {
  name: 'project-destination-is-used',
  params: noParams,
  *find(fleet) {
    for (const entry of fleet.ofKind([kinds.appProject])) {
      const reach = entry.kustomized ? undefined : projectReach(fleet, entry)
      if (reach === undefined) continue
      for (const [index, destination] of list(field(entry.object.spec, 'destinations')).entries()) {
        const namespace = text(field(destination, 'namespace')) ?? ''
        if (!isOne(namespace) || reach.some(one => admits(destination, one) !== false)) continue
        // That it admits another cluster is another rule's business.
        const anywhere = { ...record(destination), namespace: '*' }
        if (!reach.some(one => admits(anywhere, one))) continue
        yield {
          at: within(entry.place, 'spec', 'destinations', index, 'namespace'),
          entry,
          message: `${title(entry)} admits namespace ${namespace} of ${nameOf(destination)}, into which none of its Applications delivers anything`,
          missing: { kinds: [kinds.application, kinds.applicationSet], among: [entry.cluster] },
        }
      }
    }
  },
}

function admits(destination: unknown, one: Destination): boolean | undefined {
  return projectAdmits({ spec: { destinations: [destination] } }, one)
}

function isOne(namespace: string): boolean {
  return /^[a-z0-9-]+$/.test(namespace)
}

function nameOf(destination: unknown): string {
  return text(field(destination, 'name')) || text(field(destination, 'server')) || 'no cluster'
}
