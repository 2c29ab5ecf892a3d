import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { annotationAt } from '../fleet/refs.ts'
import { ownerFrom, signatureOf, takeoverFrom } from '../fleet/takeover.ts'
import { clusterTitle, title } from '../fleet/title.ts'
import { abridged } from '../text/abridged.ts'

/** Whom a route takes its service over from is written as controllers sign, and is another cluster's. */
export const takeoverNamesOwner: Check = {
  name: 'takeover-names-owner',
  params: noParams,
  *find(fleet) {
    for (const route of latticeOf(fleet, routeKinds)) {
      const written = takeoverFrom(route)
      if (written === undefined) continue
      const owner = ownerFrom(written)
      const { account, cluster, vpc } = signatureOf(fleet, route)
      const isOwn = written === `${account}/${cluster}/${vpc}`
      if (owner !== undefined && !isOwn) continue
      const why = isOwn
        ? `which is ${clusterTitle(route)} itself`
        : 'but owners are written as account/cluster/vpc, with the 12 digits of the account and the ID of the VPC'
      yield {
        at: annotationAt(route, 'allow-takeover-from'),
        entry: route,
        message: `${title(route)} takes its service over from "${abridged(written)}", ${why}`,
      }
    }
  },
}
