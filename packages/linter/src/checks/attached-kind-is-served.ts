import { type Place, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields, kindNames } from '../check-params.ts'
import { field, text } from '../fleet/fields.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { isLatticeGateway } from '../fleet/lattice.ts'
import { parentRefs, type Ref, resolve } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

interface Params {
  readonly kinds: readonly string[]
}

/** Only kinds that the controller serves attach to a Gateway of Lattice. */
export const attachedKindIsServed: Check<Params> = {
  name: 'attached-kind-is-served',
  params: fields({ kinds: kindNames }, 'kinds'),
  *find(fleet, { kinds }) {
    for (const entry of fleet.ofKind(kinds)) {
      for (const { at, gateway } of parentsOf(fleet, entry)) {
        yield {
          at,
          entry,
          message: `${title(entry)} attaches to ${title(gateway)} of VPC Lattice, whose controller does not look at the kind ${entry.object.kind}`,
          related: [{ at: within(gateway.place, 'metadata', 'name'), message: `${title(gateway)} is here` }],
        }
      }
    }
  },
}

function parentsOf(fleet: Fleet, entry: Entry): readonly { readonly at: Place; readonly gateway: Entry }[] {
  const parent = field(entry.object, 'spec', 'parentRef')
  const name = text(field(parent, 'name'))
  const single: readonly Ref[] =
    name === undefined || (text(field(parent, 'kind')) ?? 'Gateway') !== 'Gateway'
      ? []
      : [
          {
            from: entry,
            at: within(entry.place, 'spec', 'parentRef'),
            kind: kinds.gateway,
            namespace: text(field(parent, 'namespace')) || entry.namespace,
            name,
          },
        ]
  return [...parentRefs(entry), ...single].flatMap(ref => {
    const gateway = resolve(fleet, ref).find(
      one => one.kind === kinds.gateway && isLatticeGateway(fleet, one),
    )
    return gateway === undefined ? [] : [{ at: ref.at, gateway }]
  })
}
