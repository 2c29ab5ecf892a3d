import { defaultQuotas, keyOf, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields } from '../check-params.ts'
import { acceptingListeners } from '../fleet/accepting-listeners.ts'
import { field, list } from '../fleet/fields.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { importedGroups } from '../fleet/imported-groups.ts'
import { kinds, routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { backendRefs, isImportRef } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

type Quota = 'rulesPerListener' | 'targetGroupsPerService' | 'listenersPerService'

interface Params {
  readonly quota: Quota
}

/** The service that a route of Lattice becomes keeps within a quota, as topology.yaml states it or else as AWS grants it. */
export const routeKeepsQuota: Check<Params> = {
  name: 'route-keeps-quota',
  params: fields(
    { quota: { enum: ['rulesPerListener', 'targetGroupsPerService', 'listenersPerService'] } },
    'quota',
  ),
  *find(fleet, { quota }) {
    const network = fleet.model?.network
    const most = (network?.quotas ?? defaultQuotas)[quota]
    const { countIn, does, field } = counts[quota]
    const count = countIn(fleet)
    for (const route of latticeOf(fleet, routeKinds)) {
      const number = count(route)
      if (number <= most) continue
      yield {
        at: keyOf(within(route.place, 'spec', field)),
        entry: route,
        message: `${title(route)} ${does.replace('{}', String(number))}; the quota is ${most}`,
        ...(network && {
          related: [{ at: keyOf(within(network.at, 'quotas', quota)), message: 'quotas are stated here' }],
        }),
      }
    }
  },
}

interface Count {
  countIn(fleet: Fleet): (route: Entry) => number
  /** Says it with a number in the place of the braces. */
  readonly does: string
  /** Of the spec: what makes so many. */
  readonly field: string
}

const counts: Readonly<Record<Quota, Count>> = {
  rulesPerListener: {
    countIn: () => route => list(field(route.object, 'spec', 'rules')).length,
    does: 'has {} rules, which each of its listeners gets',
    field: 'rules',
  },
  targetGroupsPerService: { countIn: targetGroupsIn, does: 'leads to {} target groups', field: 'rules' },
  listenersPerService: {
    countIn: fleet => route =>
      new Set(acceptingListeners(fleet, route)?.listeners.map(({ port }) => port)).size,
    does: 'attaches to {} listeners',
    field: 'parentRefs',
  },
}

function targetGroupsIn(fleet: Fleet): (route: Entry) => number {
  const groupOf = importedGroups(fleet)
  return route => {
    const keys = backendRefs(route)
      .filter(backend => backend.kind === kinds.service || isImportRef(backend))
      .map(backend => groupOf(backend)?.key ?? [backend.kind, backend.namespace, backend.name].join('\0'))
    return new Set(keys).size
  }
}
