import type { Delivered } from '../delivery/delivery.ts'
import { type Delivering, delivering } from './delivering.ts'
import { field, list, record, text } from './fields.ts'
import type { Entry, Fleet } from './fleet.ts'
import { kinds } from './kinds.ts'
import { isFollowed } from './kustomized.ts'
import { oncePer } from './once-per.ts'

/** A Kustomization of Flux that applies an object. */
export interface FluxUnit {
  readonly entry: Entry
  /** It substitutes variables in whatever it applies. */
  readonly substitutes: boolean
  /** The variables it gives values to; undefined where some come from elsewhere. */
  readonly variables?: ReadonlySet<string>
}

/** Answers with the units that surely apply an object. */
export function fluxUnits(fleet: Fleet): (entry: Entry) => readonly FluxUnit[] {
  const index = unitsByFile(fleet)
  return ({ place, cluster, kustomized }) => {
    // A kustomization of kustomize may leave the file out, or annotate what is in it.
    if (kustomized) return []
    return (index.get(place.source.file) ?? []).flatMap(({ unit, target }) =>
      cluster === undefined || target === undefined || target === cluster.name ? [unit] : [],
    )
  }
}

interface Applied {
  readonly unit: FluxUnit
  /** The name of a cluster, unless its kubeConfig keeps it to itself. */
  readonly target?: string
}

const unitsByFile = oncePer((fleet: Fleet): ReadonlyMap<string, readonly Applied[]> => {
  const all = fleet.ofKind([kinds.kustomization])
  const byFile = new Map<string, Applied[]>()
  if (all.length === 0) return byFile
  const patching = all.filter(patchesKustomizations)
  const followed = patching.length > 0 ? followedIn(fleet) : new Set()
  const arePatched = patching.some(entry => !followed.has(entry))
  for (const one of delivering(fleet)) {
    if (one.entry.kind !== kinds.kustomization || !isAsWritten(one)) continue
    const { target, what } = one.delivery
    const applied = {
      unit: unitOf(one.entry, arePatched),
      ...('cluster' in target && { target: target.cluster }),
    }
    for (const { file } of what.linted.values()) {
      const others = byFile.get(file)
      if (others === undefined) byFile.set(file, [applied])
      else others.push(applied)
    }
  }
  return byFile
})

/** A kustomization may have set another path; the one that was built has the last word. */
function isAsWritten({ delivery: { object, target }, entry }: Delivering): boolean {
  if ('cluster' in target) return true
  return !entry.kustomized && field(entry.object.spec, 'path') === field(object.spec, 'path')
}

function unitOf(entry: Entry, arePatched: boolean): FluxUnit {
  const { spec } = entry.object
  const given = record(field(spec, 'postBuild', 'substitute'))
  const elsewhere = list(field(spec, 'postBuild', 'substituteFrom')).length > 0
  const always = field(spec, 'postBuild', 'substituteStrategy') === 'Always'
  const substitutes = elsewhere || always || Object.keys(given).length > 0
  const isSettled = !elsewhere && !arePatched && !entry.kustomized
  return { entry, substitutes, ...(isSettled && { variables: new Set(Object.keys(given)) }) }
}

/** Kustomizations of which it is known what they make, so that others hold what these patch into them. */
function followedIn(fleet: Fleet): ReadonlySet<Entry> {
  const isKnown = ({ made, plainBuild }: Delivered) => plainBuild && made !== undefined && isFollowed(made)
  return new Set(delivering(fleet).flatMap(({ delivery, entry }) => (isKnown(delivery.what) ? [entry] : [])))
}

// As many fleets do it, to give all of them the variables of their cluster.
function patchesKustomizations({ object }: Entry): boolean {
  return list(field(object.spec, 'patches')).some(
    patch =>
      field(patch, 'target', 'kind') === 'Kustomization' ||
      (text(field(patch, 'patch')) ?? '').includes('Kustomization'),
  )
}
