import type { PlannedObject } from '@espalier/generator'
import { groupKind } from '@espalier/model'

/** What removes an object that an engine leaves behind; the kubectl context is taken to be named as the cluster is. */
export function removalCommand(cluster: string, { object }: PlannedObject): string {
  const { name, namespace } = object.metadata
  const scope = namespace === undefined ? '' : ` --namespace ${namespace}`
  return `kubectl --context ${cluster}${scope} delete ${groupKind(object).toLowerCase()} ${quoted(name)}`
}

// Names of RBAC may hold what a shell would read.
function quoted(name: string): string {
  return /^[\w.:-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`
}
