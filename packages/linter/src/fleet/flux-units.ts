import { group } from '@espalier/model'
import type { Delivered } from '../delivery/delivery.ts'
import { delivering } from './delivering.ts'
import { field, isRecord, list, record, text } from './fields.ts'
import type { Entry, Fleet } from './fleet.ts'
import { kinds } from './kinds.ts'
import { folderOf } from './kustomization.ts'
import { isFollowed } from './kustomized.ts'
import { repositoryFolder } from './repository-folder.ts'

/** A Kustomization of Flux, and which of the files at hand lie in its path. */
export interface FluxUnit {
  readonly entry: Entry
  /** It substitutes variables in whatever it applies. */
  readonly substitutes: boolean
  /** The variables it gives values to; undefined where some come from elsewhere. */
  readonly variables?: ReadonlySet<string>
}

/** Answers with the units in whose path an object's file surely lies, taking it that the command runs at the root of the repository. */
export function fluxUnits(fleet: Fleet): (entry: Entry) => readonly FluxUnit[] {
  const all = fleet.ofKind([kinds.kustomization])
  const patching = all.filter(patchesKustomizations)
  const followed = patching.length > 0 ? followedIn(fleet) : new Set()
  const arePatched = patching.some(entry => !followed.has(entry))
  const byFolder = group(
    all.filter(entry => folderIn(entry) !== ''),
    folderIn,
  )
  return entry => {
    // A kustomization of kustomize may leave the file out, or annotate what is in it.
    if (byFolder.size === 0 || entry.kustomized) return []
    const found: Entry[] = []
    for (let folder = folderOf(entry.place.source.file); folder !== ''; folder = folderOf(folder))
      found.push(...(byFolder.get(folder) ?? []))
    return found.filter(unit => appliesTo(unit, entry)).map(unit => unitOf(unit, arePatched))
  }
}

function folderIn({ object }: Entry): string {
  return repositoryFolder(text(field(object.spec, 'path')))
}

// With a kubeconfig it may be any cluster.
function appliesTo(unit: Entry, { cluster }: Entry): boolean {
  return cluster === undefined || unit.cluster === cluster || isRecord(field(unit.object.spec, 'kubeConfig'))
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
