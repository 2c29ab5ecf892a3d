import { group, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { type ImportedGroup, importedGroups } from '../fleet/imported-groups.ts'
import { routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { type BackendRef, backendRefs } from '../fleet/refs.ts'
import { serviceName } from '../fleet/service-name.ts'
import { title } from '../fleet/title.ts'

/** Routes that become different services of VPC Lattice import different target groups. */
export const targetGroupHasOneService: Check = {
  name: 'target-group-has-one-service',
  params: noParams,
  *find(fleet) {
    for (const [first, ...others] of group(usesOf(fleet), use => use.group.key).values()) {
      const seen = new Set([serviceName(first.route)])
      for (const { route, backend, group } of others) {
        const name = serviceName(route)
        if (seen.has(name)) continue
        seen.add(name)
        yield {
          at: within(backend.at, 'name'),
          entry: route,
          message: `${title(route)} leads to ${group.title}, as ${title(first.route)} does, but a target group serves one service only`,
          related: [
            { at: within(first.backend.at, 'name'), message: `${title(first.route)} leads to it here` },
          ],
        }
      }
    }
  },
}

interface Use {
  readonly route: Entry
  readonly backend: BackendRef
  readonly group: ImportedGroup
}

function usesOf(fleet: Fleet): readonly Use[] {
  const groupOf = importedGroups(fleet)
  return latticeOf(fleet, routeKinds).flatMap(route =>
    backendRefs(route).flatMap((backend): readonly Use[] => {
      const group = groupOf(backend)
      return group === undefined ? [] : [{ route, backend, group }]
    }),
  )
}
