import { didYouMean, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { declares } from '../fleet/declares.ts'
import { field, text } from '../fleet/fields.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { type Ref, resolve } from '../fleet/refs.ts'
import { clusterTitle, title } from '../fleet/title.ts'

/** The class of a Gateway of Lattice is in the Gateway's cluster; where the Gateway itself is misplaced, another check says so. */
export const gatewayClassIsPresent: Check = {
  name: 'gateway-class-is-present',
  params: noParams,
  *find(fleet) {
    for (const gateway of latticeOf(fleet, [kinds.gateway])) {
      const ref = classRef(gateway)
      const role = gateway.cluster?.role
      if (ref === undefined || (role !== 'config' && role !== 'unknown')) continue
      if (resolve(fleet, ref).length > 0) continue
      yield {
        at: ref.at,
        entry: gateway,
        message: `${title(gateway)} has the class ${ref.name}, but ${clusterTitle(gateway)} has no GatewayClass of that name${didYouMean(ref.name, classesBeside(fleet, gateway))}`,
        related: fleet.anywhere(ref.kind, '', ref.name).map(other => ({
          at: within(other.place, 'metadata', 'name'),
          message: `${title(other)} is in ${clusterTitle(other)}`,
        })),
        missing: { kinds: [ref.kind], among: [gateway.cluster], declared: declares(fleet.model, ref) },
      }
    }
  },
}

function classRef(gateway: Entry): Ref | undefined {
  const at = within(gateway.place, 'spec', 'gatewayClassName')
  const name = text(field(gateway.object, 'spec', 'gatewayClassName'))
  return name ? { from: gateway, at, kind: kinds.gatewayClass, namespace: '', name } : undefined
}

function classesBeside(fleet: Fleet, { cluster }: Entry): readonly string[] {
  const classes = fleet.ofKind([kinds.gatewayClass]).filter(one => one.cluster === cluster)
  return classes.map(one => one.name)
}
