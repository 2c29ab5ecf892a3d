import { latticeServiceName } from '@espalier/model'
import type { Entry } from './fleet.ts'
import { annotation } from './refs.ts'

/** The annotation by which a route names its service itself; a blank one does not. */
export const serviceNameKey = 'service-name-override'

/** The name of the service of VPC Lattice that a route becomes. */
export function serviceName(route: Entry): string {
  return annotation(route, serviceNameKey) || latticeServiceName(route)
}
