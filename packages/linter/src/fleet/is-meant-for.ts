import type { Entry } from './fleet.ts'
import { kinds } from './kinds.ts'
import { mayMove } from './may-move.ts'
import { backendRefs, isImportRef, parentRefs } from './refs.ts'

/** What of VPC Lattice the cluster of a Gateway holds. */
export interface Intended {
  readonly gateway: Entry
  readonly routes: readonly Entry[]
  readonly imports: readonly Entry[]
}

/**
 * True for a route of another cluster, without that Gateway, that surely belongs into the Gateway's: it is there as well, or all that it
 * sends traffic to is there and not beside it.
 */
export function isMeantFor(route: Entry, { gateway, routes, imports }: Intended): boolean {
  if (route.kustomized || gateway.kustomized) return false
  const isAttached = parentRefs(route).some(
    parent => parent.kind === kinds.gateway && mayBe(gateway, parent, route),
  )
  if (!isAttached) return false
  const isCopy = routes.some(one => one.kind === route.kind && mayBe(one, route, route))
  const backends = backendRefs(route)
  const areThere = backends.every(ref => isImportRef(ref) && imports.some(one => mayBe(one, ref, route)))
  return isCopy || (backends.length > 0 && areThere)
}

/** Of the name that is referred to, and in that namespace as far as the manifests settle it. */
function mayBe(one: Entry, { namespace, name }: Pick<Entry, 'namespace' | 'name'>, from: Entry): boolean {
  const isOpen = mayMove(one) || (mayMove(from) && namespace === from.namespace)
  return one.name === name && (one.namespace === namespace || isOpen)
}
