import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, list } from '../fleet/fields.ts'
import { kinds } from '../fleet/kinds.ts'
import { admitsLattice, isWildcard } from '../fleet/project-rules.ts'
import { title } from '../fleet/title.ts'

/** An AppProject made for kinds of Lattice does not admit them into every cluster. */
export const latticeProjectNamesClusters: Check = {
  name: 'lattice-project-names-clusters',
  params: noParams,
  *find(fleet) {
    for (const entry of fleet.ofKind([kinds.appProject])) {
      if (!admitsLattice(entry, false)) continue
      for (const [index, destination] of list(field(entry.object, 'spec', 'destinations')).entries()) {
        const key = ['name', 'server'].find(one => isWildcard(field(destination, one)))
        if (key === undefined) continue
        yield {
          at: within(entry.place, 'spec', 'destinations', index, key),
          entry,
          message: `${title(entry)} admits kinds of VPC Lattice into every cluster`,
        }
      }
    }
  },
}
