import { refusedServiceName, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields } from '../check-params.ts'
import type { Entry } from '../fleet/fleet.ts'
import { routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { annotation, annotationAt } from '../fleet/refs.ts'
import { serviceName, serviceNameKey } from '../fleet/service-name.ts'
import { title } from '../fleet/title.ts'

interface Params {
  /** Whether the name is the annotation's, or what the controller makes of the route's own. */
  readonly overridden: boolean
}

/** The name of the service that a route becomes is one that VPC Lattice takes. */
export const serviceNameIsPossible: Check<Params> = {
  name: 'service-name-is-possible',
  params: fields({ overridden: { type: 'boolean' } }, 'overridden'),
  *find(fleet, { overridden }) {
    for (const route of latticeOf(fleet, routeKinds)) {
      const isOverridden = Boolean(annotation(route, serviceNameKey))
      if (isOverridden !== overridden || (!overridden && mayBeRenamed(route))) continue
      const name = serviceName(route)
      const why = refusedServiceName(name)
      if (why === undefined) continue
      yield {
        at: overridden ? annotationAt(route, serviceNameKey) : within(route.place, 'metadata', 'name'),
        entry: route,
        message: `${title(route)} becomes the Lattice service ${name}, but such a name ${why}`,
      }
    }
  },
}

// A namespace makes no name impossible, so one that is not settled does not matter.
function mayBeRenamed({ rendered, kustomized }: Entry): boolean {
  return kustomized && !rendered
}
