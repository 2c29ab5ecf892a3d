import type { Entry, Fleet } from './fleet.ts'
import { isLatticeGateway } from './lattice.ts'
import { annotation, parentRefs, resolve } from './refs.ts'

/** What the annotation `standalone` says; nothing where it is missing. To the controller every word but true is false. */
export function saysStandalone(entry: Entry): boolean | undefined {
  const value = annotation(entry, 'standalone')
  return value === undefined ? undefined : value.trim().toLowerCase() === 'true'
}

/** True for a route whose service joins no network; its own word counts before that of its Gateways. */
export function isStandaloneRoute(fleet: Fleet, route: Entry): boolean {
  const gateways = parentRefs(route).flatMap(parent => resolve(fleet, parent))
  return (
    saysStandalone(route) ??
    gateways.some(gateway => saysStandalone(gateway) === true && isLatticeGateway(fleet, gateway))
  )
}
