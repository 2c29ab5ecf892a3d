import { field, text } from './fields.ts'
import type { Entry } from './fleet.ts'
import { argocdAnnotation } from './sync-step.ts'

const phases = ['PreSync', 'Sync', 'PostSync', 'SyncFail']
const types = [...phases, 'Skip', 'PreDelete', 'PostDelete']
const helmPhases = ['pre-install', 'pre-upgrade', 'post-install', 'post-upgrade']

/**
 * False for an object that no sync of Argo CD applies. Hooks of Helm count where no hook of Argo CD has a name that is known. Source:
 * argo-cd@v3.5.1 gitops-engine/pkg/sync/hook/hook.go, hook/helm, sync_phase.go.
 */
export function isSynced(entry: Pick<Entry, 'object'>): boolean {
  const argocd = argocdAnnotation(entry, 'hook')
  const helm = text(field(entry.object.metadata, 'annotations', 'helm.sh/hook'))
  if (argocd === undefined && (helm === undefined || helm === 'crd-install')) return true
  const own = names(argocd).filter(name => types.includes(name))
  return own.length > 0
    ? own.some(name => phases.includes(name))
    : names(helm).some(name => helmPhases.includes(name))
}

function names(list = ''): readonly string[] {
  return list.split(',').map(name => name.trim())
}
