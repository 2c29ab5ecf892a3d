import { field, list, text } from './fields.ts'
import type { Entry } from './fleet.ts'
import { latticeGroup } from './kinds.ts'

/** True for a text that matches everything. */
export function isWildcard(value: unknown): boolean {
  return /^\*+$/.test(text(value) ?? '')
}

/** True for an AppProject whose list of kinds speaks of Lattice's; `every` counts one without a list, which admits all of them. */
export function admitsLattice({ object }: Entry, every: boolean): boolean {
  const admitted = field(object.spec, 'namespaceResourceWhitelist')
  if (admitted === undefined || admitted === null) return every
  return list(admitted).some(one => {
    const group = field(one, 'group')
    return group === latticeGroup || (every && isWildcard(group))
  })
}
