import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { importedGroups } from '../fleet/imported-groups.ts'
import { kinds, routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { backendRefs } from '../fleet/refs.ts'
import { routeTypes, targetedExport } from '../fleet/target-groups.ts'
import { clusterTitle, title } from '../fleet/title.ts'
import { valuesAt } from '../fleet/values.ts'

/** What a ServiceExport exports is for routes of the kind that leads to it. */
export const routeTypeFitsRoute: Check = {
  name: 'route-type-fits-route',
  params: noParams,
  *find(fleet) {
    const groupOf = importedGroups(fleet)
    const overridden = overriddenExports(fleet)
    for (const route of latticeOf(fleet, routeKinds)) {
      const wanted = route.object.kind.replace('Route', '')
      for (const backend of backendRefs(route)) {
        const exported = groupOf(backend)?.exported
        if (exported === undefined || overridden.has(exported)) continue
        const [type, ...others] = routeTypes(exported)
        if (type === undefined || others.length > 0 || type === wanted) continue
        yield {
          at: within(backend.at, 'name'),
          entry: route,
          message: `${title(route)} leads to ${title(exported)} of ${clusterTitle(exported)}, which is for ${type} routes`,
          related: [
            {
              at: within(exported.place, 'spec', 'exportedPorts', 0, 'routeType'),
              message: `routeType ${type} of ${title(exported)}`,
            },
          ],
        }
      }
    }
  },
}

// A policy that gives them another protocol decides for which routes they are.
function overriddenExports(fleet: Fleet): ReadonlySet<Entry | undefined> {
  const policies = fleet
    .ofKind([kinds.targetGroupPolicy])
    .filter(policy =>
      ['spec.protocol', 'spec.protocolVersion'].some(path => valuesAt(policy, path).length > 0),
    )
  return new Set(policies.map(policy => targetedExport(fleet, policy)))
}
