import { nearest } from '@espalier/model'
import { everyCluster } from './every-cluster.ts'
import type { Entry, Fleet } from './fleet.ts'
import type { ImportScope } from './import-scopes.ts'
import { isSlip } from './is-slip.ts'
import { kinds } from './kinds.ts'
import { annotation, type ImportedExport } from './refs.ts'

/**
 * Answers for an import and the exports that it may get whether it asks for a cluster that is most likely none of theirs. Without a topology,
 * the name that EKS has for a cluster may be any; but not where it is near to that of a cluster with the export, or where other imports name
 * clusters as they are called here. What is surely misspelt, another rule says.
 */
export function strangeCluster(
  fleet: Fleet,
): (wanted: ImportedExport, scope: ImportScope, found: readonly Entry[]) => boolean {
  const names = new Set(everyCluster(fleet).map(({ name }) => name))
  const areNames = fleet
    .ofKind([kinds.serviceImport])
    .some(entry => names.has(annotation(entry, 'aws-eks-cluster-name') ?? ''))
  return ({ eksName }, { clusters, outside }, found) => {
    const exporting = found.flatMap(({ cluster }) => cluster?.name ?? [])
    if (eksName === undefined || outside || clusters.length > 0 || exporting.length < found.length)
      return false
    if (exporting.some(name => isSlip(eksName, name))) return false
    return areNames || nearest(eksName, exporting) !== undefined
  }
}
