import { keyOf, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, text } from '../fleet/fields.ts'
import { kinds } from '../fleet/kinds.ts'
import { title } from '../fleet/title.ts'

/** The destination of an Application is a cluster by its name or by its server, one of the two. */
export const applicationHasOneDestination: Check = {
  name: 'application-has-one-destination',
  params: noParams,
  *find(fleet) {
    for (const entry of fleet.ofKind([kinds.application])) {
      const destination = field(entry.object, 'spec', 'destination')
      const given = ['name', 'server'].filter(key => text(field(destination, key)))
      // A kustomization may patch the one that is missing in.
      if (given.length === 1 || (given.length === 0 && entry.kustomized)) continue
      const at = keyOf(within(entry.place, 'spec', 'destination'))
      const what = given.length === 2 ? 'both name and server' : 'neither name nor server'
      yield { at, entry, message: `${title(entry)} has ${what} in its destination` }
    }
  },
}
