import { didYouMean } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields } from '../check-params.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { type Listener, listenersOf } from '../fleet/listeners.ts'
import { title } from '../fleet/title.ts'
import { valuesAt } from '../fleet/values.ts'

interface Params {
  /** By protocol, the kinds that may be listed; a protocol that is not here may list any. */
  readonly kinds: Readonly<Record<string, readonly string[]>>
  /** What becomes of another kind, to go on after "but". */
  readonly but: string
}

/** The kinds of routes that a listener of Lattice lists are such as its protocol can carry; the controller compares no groups. */
export const listenerKindsFitProtocol: Check<Params> = {
  name: 'listener-kinds-fit-protocol',
  params: fields(
    {
      kinds: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
      but: { type: 'string' },
    },
    'kinds',
    'but',
  ),
  *find(fleet, { kinds: possible, but }) {
    for (const gateway of latticeOf(fleet, [kinds.gateway])) {
      const wrong = listedKinds(gateway).filter(
        ({ protocol, kind }) => possible[protocol]?.includes(kind) === false,
      )
      for (const { name, protocol, kind, at } of wrong) {
        const listener = `${protocol} listener "${name}" of ${title(gateway)}`
        yield {
          at,
          entry: gateway,
          message: `${listener} lists ${kind}, but ${but}${didYouMean(kind, possible[protocol] ?? [])}`,
        }
      }
    }
  },
}

interface ListedKind extends Pick<Listener, 'name' | 'protocol' | 'at'> {
  readonly kind: string
}

function listedKinds(gateway: Entry): readonly ListedKind[] {
  const listeners = listenersOf(gateway)
  return valuesAt(gateway, 'spec.listeners.*.allowedRoutes.kinds.*.kind').flatMap(({ value, at }) => {
    const listener = listeners.find(one => one.at.path.every((step, index) => step === at.path[index]))
    return listener === undefined || typeof value !== 'string' ? [] : [{ ...listener, kind: value, at }]
  })
}
