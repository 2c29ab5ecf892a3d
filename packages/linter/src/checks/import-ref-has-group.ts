import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { latticeGroup, routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { backendRefs } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** A backend that is a ServiceImport names its group. */
export const importRefHasGroup: Check = {
  name: 'import-ref-has-group',
  params: noParams,
  *find(fleet) {
    for (const route of latticeOf(fleet, routeKinds)) {
      // Kinds are qualified by their group, so this is one without.
      const bare = backendRefs(route).filter(({ kind }) => kind === 'ServiceImport')
      for (const { at, name } of bare) {
        yield {
          at: within(at, 'kind'),
          entry: route,
          message: `${title(route)} leads to ServiceImport ${name} without group ${latticeGroup}, so the controller does not see when that changes`,
        }
      }
    }
  },
}
