import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { mayMove } from '../fleet/may-move.ts'
import { annotationAt } from '../fleet/refs.ts'
import { ownerFrom, signatureOf, takeoverFrom } from '../fleet/takeover.ts'
import { clusterTitle, title } from '../fleet/title.ts'

/** No route takes its service over from a cluster whose own such route takes it back. */
export const takeoverIsOneSided: Check = {
  name: 'takeover-is-one-sided',
  params: noParams,
  *find(fleet) {
    for (const route of latticeOf(fleet, routeKinds)) {
      if (takeoverFrom(route) === undefined) continue
      const { kind, namespace, name } = route
      const others = fleet.anywhere(kind, namespace, name).filter(other => other.cluster !== route.cluster)
      const back = others.find(other => takes(fleet, route, other) && takes(fleet, other, route))
      if (back === undefined) continue
      yield {
        at: annotationAt(route, 'allow-takeover-from'),
        entry: route,
        message: `${title(route)} in ${clusterTitle(route)} takes its service over from ${clusterTitle(back)}, which takes it back`,
        related: [
          { at: annotationAt(back, 'allow-takeover-from'), message: `${clusterTitle(back)} takes it here` },
        ],
      }
    }
  },
}

function takes(fleet: Fleet, route: Entry, other: Entry): boolean {
  const owner = ownerFrom(takeoverFrom(route) ?? '')
  const { account, cluster, vpc } = signatureOf(fleet, other)
  if (owner === undefined || owner.cluster !== cluster || mayMove(route)) return false
  return (account ?? owner.account) === owner.account && (vpc ?? owner.vpc) === owner.vpc
}
