import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { kinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { listenersOf, servedProtocols } from '../fleet/listeners.ts'
import { title } from '../fleet/title.ts'

/** Listeners of a Gateway of Lattice have a protocol that Lattice serves. */
export const listenerProtocolIsServed: Check = {
  name: 'listener-protocol-is-served',
  params: noParams,
  *find(fleet) {
    for (const gateway of latticeOf(fleet, [kinds.gateway])) {
      const wrong = listenersOf(gateway).filter(
        ({ protocol }) => protocol !== '' && !servedProtocols.has(protocol),
      )
      for (const { name, protocol, at } of wrong) {
        yield {
          at: within(at, 'protocol'),
          entry: gateway,
          message: `listener "${name}" of ${title(gateway)} has protocol ${protocol}, but VPC Lattice serves only ${[...servedProtocols.keys()].join(', ')}`,
        }
      }
    }
  },
}
