import type { Entry, Fleet, FleetCluster } from './fleet.ts'
import { admitsSurely, exportsWithin, type ImportScope, importScopes } from './import-scopes.ts'
import { kinds } from './kinds.ts'
import { folderOf } from './kustomization.ts'
import { mayMove } from './may-move.ts'
import { nameBeside } from './name-beside.ts'
import {
  annotation,
  type BackendRef,
  type ImportedExport,
  importedExport,
  isFederated,
  lookupKeys,
  resolveImport,
} from './refs.ts'

/** The target group that a backend of a route gets by its ServiceImport. */
export interface ImportedGroup {
  /** The same for all backends that surely get the same group. */
  readonly key: string
  /** `export shop/cart of cluster east`, as messages name it. */
  readonly title: string
  /** What makes the group, where it was read. */
  readonly exported?: Entry
}

/** Answers with the target group of a backend; nothing where it is no import, or where it may get one or another. */
export function importedGroups(fleet: Fleet): (backend: BackendRef) => ImportedGroup | undefined {
  const scopeOf = importScopes(fleet)
  return backend => {
    const [imported, duplicate] = resolveImport(fleet, backend)
    if (imported === undefined || duplicate !== undefined) return undefined
    const found = groupOf(fleet, imported, scopeOf)
    // Of objects that leave their namespace to who delivers them, only those of one folder surely meet.
    const isSettled = !mayMove(backend.from) && !mayMove(imported)
    if (found === undefined || isSettled) return found
    return { ...found, key: `${folderOf(backend.from.place.source.file)}\0${found.key}` }
  }
}

function groupOf(
  fleet: Fleet,
  imported: Entry,
  scopeOf: (wanted: ImportedExport) => ImportScope,
): ImportedGroup | undefined {
  const wanted = importedExport(imported)
  const { namespace, name, eksName, vpc, targetGroupArn } = wanted
  const looks = lookupKeys.some(key => annotation(imported, key) !== undefined)
  if (targetGroupArn !== undefined && !looks)
    return { key: targetGroupArn, title: `target group ${targetGroupArn.split('/').at(-1)}` }
  if (annotation(imported, 'target-group-arn') !== undefined) return undefined
  const scope = scopeOf(wanted)
  const cluster = onlyCluster(fleet, wanted, scope)
  if (cluster === undefined) {
    // A cluster that nobody has told of is the same one for all that name it.
    if (eksName === undefined || scope.clusters.length > 0) return undefined
    const key = ['', eksName, vpc ?? '', namespace, name].join('\0')
    return { key, title: `export ${nameBeside(imported, wanted)} of EKS cluster ${eksName}` }
  }
  const exported = fleet.at(cluster, kinds.serviceExport, namespace, name).find(isFederated)
  return {
    key: [cluster.name, namespace, name].join('\0'),
    title: `export ${nameBeside(imported, wanted)} of cluster ${cluster.name}`,
    ...(exported && { exported }),
  }
}

/** The one cluster that an import surely looks into, or the one of them that exports what it looks for. */
function onlyCluster(fleet: Fleet, wanted: ImportedExport, scope: ImportScope): FleetCluster | undefined {
  if (!scope.certain) return undefined
  const exporting = exportsWithin(fleet, wanted, scope).map(({ cluster }) => cluster)
  const [first, ...others] = new Set(scope.clusters.length > 1 ? exporting : scope.clusters)
  return first !== undefined && others.length === 0 && admitsSurely(wanted, first) ? first : undefined
}
