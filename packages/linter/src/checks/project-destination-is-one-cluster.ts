import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, list, text } from '../fleet/fields.ts'
import { kinds } from '../fleet/kinds.ts'
import { title } from '../fleet/title.ts'

/** A destination of an AppProject names its cluster in one way, since of two ways either is enough. */
export const projectDestinationIsOneCluster: Check = {
  name: 'project-destination-is-one-cluster',
  params: noParams,
  *find(fleet) {
    for (const entry of fleet.ofKind([kinds.appProject])) {
      for (const [index, destination] of list(field(entry.object, 'spec', 'destinations')).entries()) {
        const [name, server] = ['name', 'server'].map(key => text(field(destination, key)))
        if (!name || !server) continue
        yield {
          at: within(entry.place, 'spec', 'destinations', index),
          entry,
          message: `${title(entry)} admits every cluster that is called ${name} or whose server is ${server}`,
        }
      }
    }
  },
}
