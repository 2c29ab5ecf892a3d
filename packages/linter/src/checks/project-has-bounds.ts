import { type Place, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, list } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { admitsLattice, isWildcard } from '../fleet/project-rules.ts'
import { title } from '../fleet/title.ts'

/** An AppProject that can admit kinds of Lattice says from where, to where and what it admits. */
export const projectHasBounds: Check = {
  name: 'project-has-bounds',
  params: noParams,
  *find(fleet) {
    for (const entry of fleet.ofKind([kinds.appProject])) {
      // Argo CD makes that one itself, and as wide as can be.
      if (entry.name === 'default' || !admitsLattice(entry, true)) continue
      for (const { at, what } of boundless(entry))
        yield { at, entry, message: `${title(entry)} admits ${what}` }
    }
  },
}

interface Boundless {
  readonly at: Place
  readonly what: string
}

function boundless(entry: Entry): readonly Boundless[] {
  // Of those made for Lattice a stricter rule demands more.
  const anywhere = (one: unknown) =>
    !admitsLattice(entry, false) &&
    (isWildcard(field(one, 'name')) || isWildcard(field(one, 'server'))) &&
    isWildcard(field(one, 'namespace'))
  const anyKind = (one: unknown) => isWildcard(field(one, 'group')) && isWildcard(field(one, 'kind'))
  return [
    ...items(entry, 'sourceRepos', isWildcard, 'manifests from any repository'),
    ...items(entry, 'sourceNamespaces', isWildcard, 'Applications from any namespace'),
    ...items(entry, 'destinations', anywhere, 'every namespace of every cluster'),
    ...items(entry, 'clusterResourceWhitelist', anyKind, 'every cluster-scoped kind'),
  ]
}

function items(
  { object, place }: Entry,
  name: string,
  isMeant: (item: unknown) => boolean,
  what: string,
): readonly Boundless[] {
  const index = list(field(object.spec, name)).findIndex(isMeant)
  return index < 0 ? [] : [{ at: within(place, 'spec', name, index), what }]
}
