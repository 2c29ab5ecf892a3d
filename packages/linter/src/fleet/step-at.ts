import { type Place, within } from '@espalier/model'
import type { Entry } from './fleet.ts'
import { argocdAnnotation } from './sync-step.ts'

/** Where an object says in which step Argo CD applies it; its name, where it says nothing. */
export function stepAt(entry: Entry): Place {
  const key = ['hook', 'sync-wave'].find(one => argocdAnnotation(entry, one) !== undefined)
  return key === undefined
    ? within(entry.place, 'metadata', 'name')
    : within(entry.place, 'metadata', 'annotations', `argocd.argoproj.io/${key}`)
}
