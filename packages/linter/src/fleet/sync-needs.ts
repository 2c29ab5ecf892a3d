import { field, text } from './fields.ts'
import type { Entry, Fleet } from './fleet.ts'
import { kinds, routeKinds } from './kinds.ts'
import { isLatticeGateway } from './lattice.ts'
import { backendRefs, parentRefs, resolve, resolveImport } from './refs.ts'
import { argocdAnnotation } from './sync-step.ts'

// TLSRoutes have no health check. Source: argo-cd@v3.5.1 resource_customizations/gateway.networking.k8s.io.
const judged: readonly string[] = [kinds.gateway, kinds.httpRoute, kinds.grpcRoute]

/** True for an object whose health Argo CD waits for before it goes on to the next step. */
export function isWaitedFor(entry: Entry): boolean {
  return judged.includes(entry.kind) && argocdAnnotation(entry, 'ignore-healthcheck') !== 'true'
}

/** The objects of its own cluster without which an object of Lattice never becomes healthy. */
export function syncNeeds(fleet: Fleet, entry: Entry): readonly Entry[] {
  if (entry.kind === kinds.gateway) {
    const name = text(field(entry.object, 'spec', 'gatewayClassName')) ?? ''
    return isLatticeGateway(fleet, entry) ? fleet.at(entry.cluster, kinds.gatewayClass, '', name) : []
  }
  if (!routeKinds.includes(entry.kind)) return []
  const parents = parentRefs(entry)
    .flatMap(parent => resolve(fleet, parent))
    .filter(gateway => gateway.kind === kinds.gateway && isLatticeGateway(fleet, gateway))
  if (parents.length === 0) return []
  return [...parents, ...backendRefs(entry).flatMap(backend => resolveImport(fleet, backend))]
}
