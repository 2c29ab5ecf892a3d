import { keyOf, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, text } from '../fleet/fields.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { fluxMark } from '../fleet/flux-mark.ts'
import { fluxUnits } from '../fleet/flux-units.ts'
import { kinds, latticeGroup } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { title } from '../fleet/title.ts'
import { someOf } from '../text/some-of.ts'

/** What a whole service network stands on is not deleted along with the Kustomization of Flux that brings it. */
export const networkOutlivesItsUnit: Check = {
  name: 'network-outlives-its-unit',
  params: noParams,
  *find(fleet) {
    if (fleet.ofKind([kinds.kustomization]).length === 0) return
    const unitsOf = fluxUnits(fleet)
    const byUnit = new Map<Entry, Entry[]>()
    for (const entry of foundations(fleet)) {
      if (fluxMark(entry, 'prune') === 'disabled') continue
      for (const { entry: unit } of unitsOf(entry)) {
        if (isPruning(unit)) byUnit.set(unit, [...(byUnit.get(unit) ?? []), entry])
      }
    }
    for (const [unit, entries] of byUnit) {
      yield {
        at: keyOf(within(unit.place, 'spec', 'prune')),
        entry: unit,
        message: `${title(unit)} deletes, when it is deleted itself: ${someOf(entries.map(title))}`,
        related: entries.slice(0, 3).map(entry => ({
          at: within(entry.place, 'metadata', 'name'),
          message: `${title(entry)} is here`,
        })),
      }
    }
  },
}

function isPruning({ object }: Entry): boolean {
  return field(object.spec, 'prune') === true && field(object.spec, 'deletionPolicy') === undefined
}

function foundations(fleet: Fleet): readonly Entry[] {
  const crds = fleet
    .ofKind([kinds.customResourceDefinition])
    .filter(crd =>
      ['gateway.networking.k8s.io', latticeGroup].includes(text(field(crd.object, 'spec', 'group')) ?? ''),
    )
  const objects = latticeOf(fleet, [kinds.gatewayClass, kinds.gateway, kinds.serviceNetwork])
  const used = new Set(objects.map(({ cluster, namespace }) => `${cluster?.name}/${namespace}`))
  const namespaces = fleet
    .ofKind([kinds.namespace])
    .filter(({ cluster, name }) => cluster !== undefined && used.has(`${cluster.name}/${name}`))
  return [...crds, ...objects, ...namespaces]
}
