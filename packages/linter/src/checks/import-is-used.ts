import { didYouMean, group, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { declares } from '../fleet/declares.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds, routeKinds } from '../fleet/kinds.ts'
import { mayMove } from '../fleet/may-move.ts'
import { importRefs, resolveImport } from '../fleet/refs.ts'
import { clusterTitle, title } from '../fleet/title.ts'

/** Some route of its cluster leads to a ServiceImport. */
export const importIsUsed: Check = {
  name: 'import-is-used',
  params: noParams,
  *find(fleet) {
    const refs = fleet.ofKind(routeKinds).flatMap(importRefs)
    const found = new Map(refs.map(ref => [ref, resolveImport(fleet, ref)]))
    const used = new Set([...found.values()].flat())
    const named = group(refs, ({ from, name }) => keyOf(from, name))
    const dangling = group(
      refs.filter(ref => found.get(ref)?.length === 0),
      ({ from, namespace }) => keyOf(from, namespace),
    )
    for (const entry of fleet.ofKind([kinds.serviceImport])) {
      const { cluster, namespace, name, place } = entry
      if (cluster === undefined || cluster.role === 'none' || used.has(entry)) continue
      if (named.get(keyOf(entry, name))?.some(({ from }) => mayMove(from) || mayMove(entry))) continue
      const at = within(place, 'metadata', 'name')
      const ref = { from: entry, at, kind: kinds.serviceImport, namespace, name }
      const missed = dangling.get(keyOf(entry, namespace))?.map(one => one.name) ?? []
      yield {
        at,
        entry,
        message: `no route of ${clusterTitle(entry)} leads to ${title(entry)}${didYouMean(name, missed)}`,
        missing: { kinds: routeKinds, among: [cluster], declared: declares(fleet.model, ref) },
      }
    }
  },
}

function keyOf({ cluster }: Entry, name: string): string {
  return `${cluster?.name}\0${name}`
}
