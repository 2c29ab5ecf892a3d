import { group } from '@espalier/model'
import type { Entry, Fleet } from './fleet.ts'
import { admits, exportsWithin, importScopes } from './import-scopes.ts'
import { kinds, routeKinds } from './kinds.ts'
import { mayMove } from './may-move.ts'
import { annotation, type ImportedExport, importedExport, importRefs, resolveImport } from './refs.ts'

export interface ExportUses {
  /** True where some import may get the export. */
  isUsed(exported: Entry): boolean
  /** The names of exports for which imports of a namespace look, but that none of them can get. */
  missed(namespace: string): readonly string[]
}

/** Which ServiceExports are imported, as far as anybody can tell. */
export function usedExports(fleet: Fleet): ExportUses {
  const scopeOf = importScopes(fleet)
  const lookups = lookupsOf(fleet).map(({ wanted, moves }) => ({
    wanted,
    moves,
    found: exportsWithin(fleet, wanted, scopeOf(wanted)),
  }))
  const used = new Set(lookups.flatMap(({ found }) => found))
  const byName = group(lookups, ({ wanted }) => wanted.name)
  const missed = group(
    lookups.filter(({ found }) => found.length === 0),
    ({ wanted }) => wanted.namespace,
  )
  return {
    isUsed: exported =>
      used.has(exported) ||
      (byName.get(exported.name) ?? []).some(
        ({ wanted, moves }) =>
          (moves || mayMove(exported)) && (!exported.cluster || admits(wanted, exported.cluster)),
      ),
    missed: namespace => missed.get(namespace)?.map(({ wanted }) => wanted.name) ?? [],
  }
}

interface Lookup {
  readonly wanted: ImportedExport
  /** It may look in another namespace. */
  readonly moves: boolean
}

function lookupsOf(fleet: Fleet): readonly Lookup[] {
  const imports = fleet
    .ofKind([kinds.serviceImport])
    .filter(one => annotation(one, 'target-group-arn') === undefined)
    .map(one => ({ wanted: importedExport(one), moves: mayMove(one) }))
  // Without the ServiceImport, the controller looks for an export of the name in the route.
  const bare = fleet
    .ofKind(routeKinds)
    .flatMap(importRefs)
    .filter(ref => resolveImport(fleet, ref).length === 0)
    .map(({ namespace, name, from }) => ({ wanted: { namespace, name }, moves: mayMove(from) }))
  return [...imports, ...bare]
}
