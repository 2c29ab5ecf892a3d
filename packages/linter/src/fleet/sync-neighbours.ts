import { group } from '@espalier/model'
import type { Entry, Fleet } from './fleet.ts'
import { folderOf } from './kustomization.ts'
import { oncePer } from './once-per.ts'
import { mayHaveSteps, type SyncStep, syncStep } from './sync-step.ts'

/** An object that Argo CD syncs, and when. */
export interface Synced {
  readonly entry: Entry
  readonly step: SyncStep
}

/**
 * The objects that one Application surely syncs together, where any is in a step of its own: those of one folder of a cluster. A
 * kustomization may leave some out, and Flux knows no steps.
 */
export const syncNeighbours: (fleet: Fleet) => readonly (readonly Synced[])[] = oncePer(fleet => {
  if (fleet.model?.gitops.engine === 'flux' || !fleet.files.some(mayHaveSteps)) return []
  const synced = fleet.entries
    .filter(({ kustomized }) => !kustomized)
    .flatMap(entry => {
      const step = syncStep(entry)
      return step === undefined ? [] : [{ entry, step }]
    })
  const folders = group(
    synced,
    ({ entry: { cluster, place } }) => `${cluster?.name ?? ''}\0${folderOf(place.source.file)}`,
  )
  return [...folders.values()].filter(objects =>
    objects.some(({ step: { phase, wave } }) => phase !== 0 || wave !== 0),
  )
})
