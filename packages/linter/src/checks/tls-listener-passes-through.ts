import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { kinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { listenersOf } from '../fleet/listeners.ts'
import { title } from '../fleet/title.ts'

/** A listener of protocol TLS has the mode Passthrough, the only one that Lattice knows for it. */
export const tlsListenerPassesThrough: Check = {
  name: 'tls-listener-passes-through',
  params: noParams,
  *find(fleet) {
    for (const gateway of latticeOf(fleet, [kinds.gateway])) {
      for (const { name, protocol, tlsMode, at } of listenersOf(gateway)) {
        if (protocol !== 'TLS' || tlsMode === 'Passthrough') continue
        yield {
          at: tlsMode === undefined ? within(at, 'protocol') : within(at, 'tls', 'mode'),
          entry: gateway,
          message: `TLS listener "${name}" of ${title(gateway)} ${tlsMode === undefined ? 'says nothing of its mode' : `has mode ${tlsMode}`}, but VPC Lattice only passes TLS through`,
        }
      }
    }
  },
}
