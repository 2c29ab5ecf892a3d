import { nearest, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { declares } from '../fleet/declares.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { kinds, routeKinds } from '../fleet/kinds.ts'
import { isLatticeGateway, isLatticeParent, latticeOf } from '../fleet/lattice.ts'
import { mayMove } from '../fleet/may-move.ts'
import { nameBeside } from '../fleet/name-beside.ts'
import { type ParentRef, parentRefs, resolve } from '../fleet/refs.ts'
import { clusterTitle, title } from '../fleet/title.ts'

/** The Gateways that a config cluster's routes name are there; a cluster without any Gateway of Lattice is another check's business. */
export const parentGatewayIsPresent: Check = {
  name: 'parent-gateway-is-present',
  params: noParams,
  *find(fleet) {
    const gateways = latticeOf(fleet, [kinds.gateway])
    for (const route of fleet.ofKind(routeKinds)) {
      const { cluster } = route
      const beside = gateways.filter(gateway => gateway.cluster === cluster)
      if (cluster?.role !== 'config' || beside.length === 0) continue
      for (const parent of missingParents(fleet, route, beside)) {
        const meant = nearestOf(parent, beside)
        const others = fleet.anywhere(parent.kind, parent.namespace, parent.name)
        yield {
          at: within(parent.at, 'name'),
          entry: route,
          message: `${title(route)} attaches to Gateway ${nameBeside(route, parent)}, but ${clusterTitle(route)} has no such Gateway${hint(meant, beside)}`,
          related: [...(meant ? [meant] : []), ...others].map(gateway => ({
            at: within(gateway.place, 'metadata', 'name'),
            message: `${title(gateway)} is in ${clusterTitle(gateway)}`,
          })),
          missing: { kinds: [parent.kind], among: [cluster], declared: declares(fleet.model, parent) },
        }
      }
    }
  },
}

/** Parents of Lattice, as far as can be seen, that are not there; none for a route that a Gateway of another class serves. */
function missingParents(fleet: Fleet, route: Entry, beside: readonly Entry[]): readonly ParentRef[] {
  const parents = parentRefs(route).filter(({ kind }) => kind === kinds.gateway)
  const found = parents.filter(parent => resolve(fleet, parent).length > 0)
  const isServed = found.some(one => resolve(fleet, one).some(gateway => !isLatticeGateway(fleet, gateway)))
  if (isServed) return []
  return parents.filter((parent, index) => {
    if (found.includes(parent) || parents.findIndex(one => isSame(one, parent)) < index) return false
    return isLatticeParent(fleet, parent) && !mayBeFound(parent, found, beside)
  })
}

/** True where the namespace that counts may be another: the controller hands that of a parent on to a next one without, and manifests may be moved. */
function mayBeFound(parent: ParentRef, found: readonly ParentRef[], beside: readonly Entry[]): boolean {
  const { from, name } = parent
  const isOwnNamespace = parent.namespace === from.namespace
  const namesakes = beside.filter(gateway => gateway.name === name)
  const isMovable = namesakes.some(gateway => mayMove(gateway) || (isOwnNamespace && mayMove(from)))
  return isMovable || (isOwnNamespace && found.some(one => one.name === name))
}

function isSame(one: ParentRef, other: ParentRef): boolean {
  return one.namespace === other.namespace && one.name === other.name
}

function nearestOf({ name }: ParentRef, gateways: readonly Entry[]): Entry | undefined {
  const near = nearest(
    name,
    gateways.map(gateway => gateway.name),
  )
  return gateways.find(gateway => gateway.name === near)
}

function hint(meant: Entry | undefined, gateways: readonly Entry[]): string {
  const full = (gateway: Entry) => nameBeside(gateway, gateway)
  return meant ? `; did you mean "${full(meant)}"?` : `, only ${gateways.map(full).join(', ')}`
}
