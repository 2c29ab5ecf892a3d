import type { PlannedObject } from '@espalier/generator'
import { groupKind } from '@espalier/model'

/** What removes an object that an engine leaves behind; the kubectl context is taken to be named as the cluster is. */
export function removalCommand(cluster: string, { object }: PlannedObject): string {
  const { name, namespace } = object.metadata
  const scope = namespace === undefined ? [] : ['--namespace', namespace]
  const words = ['kubectl', '--context', cluster, ...scope, 'delete', groupKind(object).toLowerCase(), name]
  return words.map(quoted).join(' ')
}

// Names of RBAC may hold what a shell would read, and what was committed by hand may hold anything.
function quoted(word: string): string {
  return /^[\w.:-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
