import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field } from '../fleet/fields.ts'
import { kinds } from '../fleet/kinds.ts'
import { title } from '../fleet/title.ts'

/** An Application is in a project that has bounds. */
export const applicationHasOwnProject: Check = {
  name: 'application-has-own-project',
  params: noParams,
  *find(fleet) {
    // Somebody who keeps the default project in Git has given it bounds of his own.
    if (fleet.ofKind([kinds.appProject]).some(({ name }) => name === 'default')) return
    for (const entry of fleet.ofKind([kinds.application])) {
      if (field(entry.object, 'spec', 'project') !== 'default') continue
      yield {
        at: within(entry.place, 'spec', 'project'),
        entry,
        message: `${title(entry)} is in the project default, which admits everything everywhere`,
      }
    }
  },
}
