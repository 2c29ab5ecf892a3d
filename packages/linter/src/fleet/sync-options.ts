import { field, list } from './fields.ts'
import type { Entry } from './fleet.ts'
import { argocdAnnotation } from './sync-step.ts'

/** True where an Application, or an object for itself, sets a sync option of Argo CD such as `ServerSideApply=true`. */
export function hasSyncOption(entry: Pick<Entry, 'object'>, option: string): boolean {
  const written = (argocdAnnotation(entry, 'sync-options') ?? '').split(',').map(one => one.trim())
  return (
    written.includes(option) ||
    list(field(entry.object, 'spec', 'syncPolicy', 'syncOptions')).includes(option)
  )
}
