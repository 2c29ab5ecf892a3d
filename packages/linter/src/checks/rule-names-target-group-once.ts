import { group, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { importedGroups } from '../fleet/imported-groups.ts'
import { routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { backendRefs } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** No two imports to which a rule leads get the same target group. */
export const ruleNamesTargetGroupOnce: Check = {
  name: 'rule-names-target-group-once',
  params: noParams,
  *find(fleet) {
    const groupOf = importedGroups(fleet)
    for (const route of latticeOf(fleet, routeKinds)) {
      const backends = backendRefs(route).flatMap(backend => {
        const found = groupOf(backend)
        return found === undefined ? [] : [{ ...backend, found }]
      })
      const same = [...group(backends, ({ rule, found }) => `${rule}\0${found.key}`).values()]
      if (same.every(({ length }) => length === 1)) continue
      for (const [first, ...others] of same) {
        for (const { at, name, rule, found } of others) {
          yield {
            at: within(at, 'name'),
            entry: route,
            message: `rule ${rule + 1} of ${title(route)} leads by ServiceImport ${name} to ${found.title}, and by ServiceImport ${first.name} too`,
            related: [
              { at: within(first.at, 'name'), message: `ServiceImport ${first.name} leads there first` },
            ],
          }
        }
      }
    }
  },
}
