import type { Entry, Fleet } from './fleet.ts'
import { isLatticeRoute } from './lattice.ts'
import { type BackendRef, importedExport, importRefs, resolveImport } from './refs.ts'

/** True for a route of Lattice that is accepted only when another cluster has exported what it leads to. */
export function leadsElsewhere(fleet: Fleet, route: Entry): boolean {
  return importRefs(route).some(isFromElsewhere(fleet)) && isLatticeRoute(fleet, route)
}

// A target group that exists anyway is nobody's export.
function isFromElsewhere(fleet: Fleet): (backend: BackendRef) => boolean {
  return backend =>
    resolveImport(fleet, backend).every(one => importedExport(one).targetGroupArn === undefined)
}
