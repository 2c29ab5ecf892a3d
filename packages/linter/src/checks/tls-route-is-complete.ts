import { keyOf, type Place, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, list } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { title } from '../fleet/title.ts'

/** A TLSRoute of Lattice has a host name and one rule. */
export const tlsRouteIsComplete: Check = {
  name: 'tls-route-is-complete',
  params: noParams,
  *find(fleet) {
    for (const route of latticeOf(fleet, [kinds.tlsRoute])) {
      const faults = [...hostnameFault(route), ...ruleFault(route)]
      if (faults.length === 0) continue
      for (const { at, words } of faults) yield { at, entry: route, message: `${title(route)} ${words}` }
    }
  },
}

interface Fault {
  readonly at: Place
  readonly words: string
}

function hostnameFault({ object, place }: Entry): readonly Fault[] {
  if (list(field(object, 'spec', 'hostnames')).length > 0) return []
  const words = 'names no host, and TLS that is passed through can be routed by nothing else'
  return [{ at: keyOf(within(place, ...nearestTo(object, 'hostnames'))), words }]
}

function ruleFault({ object, place }: Entry): readonly Fault[] {
  const count = list(field(object, 'spec', 'rules')).length
  if (count === 1) return []
  const at = within(place, ...nearestTo(object, 'rules'))
  return [{ at: count === 0 ? keyOf(at) : within(at, 1), words: `has ${count} rules, but needs exactly one` }]
}

/** The field of the spec, or the spec that lacks it. */
function nearestTo(object: unknown, name: string): readonly string[] {
  return field(object, 'spec', name) === undefined ? ['spec'] : ['spec', name]
}
