import { field, text } from './fields.ts'
import type { Entry } from './fleet.ts'
import { argocdAnnotation } from './sync-step.ts'

const phases = ['PreSync', 'Sync', 'PostSync', 'SyncFail']
const helmHooks = ['pre-install', 'pre-upgrade', 'post-install', 'post-upgrade']

/** False for an object that no sync of Argo CD applies. Source: argo-cd@v3.5.1 gitops-engine/pkg/sync/hook/hook.go, sync_phase.go. */
export function isSynced(entry: Pick<Entry, 'object'>): boolean {
  const own = argocdAnnotation(entry, 'hook')
  if (own === undefined) return true
  const helm = text(field(entry.object.metadata, 'annotations', 'helm.sh/hook')) ?? ''
  return names(own).some(name => phases.includes(name)) || names(helm).some(name => helmHooks.includes(name))
}

function names(list: string): readonly string[] {
  return list.split(',').map(name => name.trim())
}
