import { groupOf, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, list } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds, routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { mayMove } from '../fleet/may-move.ts'
import { type BackendRef, backendRefs } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** Where a namespace grants routes of others access to its backends, those are granted it that make use of it. */
export const backendIsGranted: Check = {
  name: 'backend-is-granted',
  params: noParams,
  *find(fleet) {
    const grants = fleet.ofKind([kinds.referenceGrant])
    for (const route of grants.length === 0 ? [] : latticeOf(fleet, routeKinds)) {
      for (const ref of backendRefs(route)) {
        const [first, ...others] = grants.filter(grant => isAbout(grant, ref))
        if (first === undefined || ref.namespace === route.namespace || mayMove(route)) continue
        if ([first, ...others].some(grant => admits(grant, route))) continue
        yield {
          at: within(ref.at, 'name'),
          entry: route,
          message: `${title(route)} leads to ${ref.kind.split('.')[0]} ${ref.namespace}/${ref.name}, which no ReferenceGrant grants it, and gets there all the same`,
          related: [
            { at: within(first.place, 'spec', 'from'), message: `${title(first)} grants it to others` },
          ],
        }
      }
    }
  },
}

function isAbout(
  { object, cluster, namespace }: Entry,
  { from, kind, name, namespace: there }: BackendRef,
): boolean {
  if (cluster !== from.cluster || namespace !== there) return false
  return list(field(object, 'spec', 'to')).some(to => {
    const [group, word, only] = ['group', 'kind', 'name'].map(key => field(to, key))
    return kind === (group ? `${word}.${group}` : word) && (only === undefined || only === name)
  })
}

function admits({ object }: Entry, route: Entry): boolean {
  const group = groupOf(route.object.apiVersion)
  return list(field(object, 'spec', 'from')).some(
    from =>
      field(from, 'group') === group &&
      field(from, 'kind') === route.object.kind &&
      field(from, 'namespace') === route.namespace,
  )
}
