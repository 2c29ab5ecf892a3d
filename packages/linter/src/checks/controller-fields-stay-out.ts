import { groupOf, keyOf, type Place, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields, words } from '../check-params.ts'
import { entriesWith } from '../fleet/entries-with.ts'
import { field, list, record } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { latticeGroup } from '../fleet/kinds.ts'
import { isLatticeObject } from '../fleet/lattice.ts'
import { title } from '../fleet/title.ts'

interface Params {
  readonly annotations?: readonly string[]
  readonly finalizers?: readonly string[]
  readonly status?: boolean
  /** Groups of other controllers, of whose objects it holds as well. */
  readonly groups?: readonly string[]
}

const lattice: readonly string[] = ['gateway.networking.k8s.io', latticeGroup]

/** What the AWS Gateway API Controller, or the controller of another group, writes into its objects is in no manifest. */
export const controllerFieldsStayOut: Check<Params> = {
  name: 'controller-fields-stay-out',
  params: fields({ annotations: words, finalizers: words, status: { type: 'boolean' }, groups: words }),
  *find(fleet, params) {
    const { annotations = [] } = params
    const suspects = new Set([
      ...annotations.flatMap(key => entriesWith(fleet, 'annotations', key)),
      ...(params.finalizers ? entriesWith(fleet, 'metadata', 'finalizers') : []),
      ...(params.status ? entriesWith(fleet, 'object', 'status') : []),
    ])
    for (const entry of suspects) {
      const group = groupOf(entry.object.apiVersion)
      const isAnothers = params.groups?.includes(group) === true
      if (!isAnothers && !lattice.includes(group)) continue
      const owned = ownedFields(entry, params)
      if (owned.length === 0 || !(isAnothers || isLatticeObject(fleet, entry))) continue
      for (const { at, what } of owned) {
        yield { at, entry, message: `${title(entry)} carries ${what}, which only the controller may write` }
      }
    }
  },
}

function ownedFields(
  { object, place }: Entry,
  { annotations = [], finalizers = [], status = false }: Params,
): readonly { readonly at: Place; readonly what: string }[] {
  const metadata = within(place, 'metadata')
  const found = Object.keys(record(field(object.metadata, 'annotations')))
    .filter(key => annotations.includes(key))
    .map(key => ({ at: keyOf(within(metadata, 'annotations', key)), what: `the annotation ${key}` }))
  list(field(object.metadata, 'finalizers')).forEach((name, index) => {
    if (typeof name !== 'string' || !finalizers.includes(name)) return
    found.push({ at: within(metadata, 'finalizers', index), what: `the finalizer ${name}` })
  })
  const hasStatus = status && Object.keys(record(object.status)).length > 0
  return hasStatus ? [...found, { at: keyOf(within(place, 'status')), what: 'a status' }] : found
}
