import { groupOf } from '@espalier/model'
import { field, text } from './fields.ts'
import type { Entry, Fleet } from './fleet.ts'
import { kinds, latticeGroup, routeKinds } from './kinds.ts'
import { oncePer } from './once-per.ts'
import { importRefs, type ParentRef, parentRefs } from './refs.ts'

const controllerName = 'application-networking.k8s.aws/gateway-api-controller'

/** The objects of some kinds that the AWS Gateway API Controller acts on, in their order; each is looked at once. */
export function latticeOf(fleet: Fleet, kinds: readonly string[]): readonly Entry[] {
  const { known, isLattice } = verdicts(fleet)
  const key = kinds.join()
  const found = known.get(key) ?? fleet.ofKind(kinds).filter(isLattice)
  known.set(key, found)
  return found
}

const verdicts = oncePer((fleet: Fleet) => ({
  known: new Map<string, readonly Entry[]>(),
  isLattice: oncePer((entry: Entry) => isLatticeObject(fleet, entry)),
}))

/** True for what the AWS Gateway API Controller acts on; Gateways and routes of other classes are never our business. */
export function isLatticeObject(fleet: Fleet, entry: Entry): boolean {
  if (groupOf(entry.object.apiVersion) === latticeGroup) return true
  if (entry.kind === kinds.gatewayClass) return isLatticeClass(entry)
  if (entry.kind === kinds.gateway) return isLatticeGateway(fleet, entry)
  return routeKinds.includes(entry.kind) && isLatticeRoute(fleet, entry)
}

/** A Gateway's class decides; of a class that nobody has shown, the name must do. */
export function isLatticeGateway(fleet: Fleet, gateway: Entry): boolean {
  const name = text(field(gateway.object, 'spec', 'gatewayClassName'))
  if (name === undefined) return false
  const here = fleet.at(gateway.cluster, kinds.gatewayClass, '', name)
  const classes = here.length > 0 ? here : fleet.anywhere(kinds.gatewayClass, '', name)
  return classes.length > 0 ? classes.every(isLatticeClass) : name.includes('lattice')
}

/** True where at least one parent is a Gateway of Lattice. */
export function isLatticeRoute(fleet: Fleet, route: Entry): boolean {
  return parentRefs(route).some(parent => isLatticeParent(fleet, parent))
}

/** True where a parent is a Gateway of Lattice, or, if its cluster shows none of that name, all signs say that it is meant to be one. */
export function isLatticeParent(fleet: Fleet, parent: ParentRef): boolean {
  if (parent.kind !== kinds.gateway) return false
  const here = fleet.at(parent.from.cluster, kinds.gateway, parent.namespace, parent.name)
  if (here.length > 0) return here.some(gateway => isLatticeGateway(fleet, gateway))
  return (
    fleet.model?.network?.name === parent.name ||
    fleet
      .anywhere(kinds.gateway, parent.namespace, parent.name)
      .some(gateway => isLatticeGateway(fleet, gateway)) ||
    importRefs(parent.from).some(({ kind }) => kind === kinds.serviceImport)
  )
}

function isLatticeClass(gatewayClass: Entry): boolean {
  return field(gatewayClass.object, 'spec', 'controllerName') === controllerName
}
