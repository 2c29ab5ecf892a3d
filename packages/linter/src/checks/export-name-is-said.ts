import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { declaredExports } from '../fleet/declared-exports.ts'
import { exportsWithin, importScopes } from '../fleet/import-scopes.ts'
import { kinds } from '../fleet/kinds.ts'
import { annotation, annotationAt, importedExport } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** A ServiceImport that leaves its `export-name` blank has the name of an export itself. */
export const exportNameIsSaid: Check = {
  name: 'export-name-is-said',
  params: noParams,
  *find(fleet) {
    const scopeOf = importScopes(fleet)
    const isDeclared = declaredExports(fleet.model)
    for (const entry of fleet.ofKind([kinds.serviceImport])) {
      if (
        annotation(entry, 'export-name')?.trim() !== '' ||
        annotation(entry, 'target-group-arn') !== undefined
      )
        continue
      const wanted = importedExport(entry)
      const scope = scopeOf(wanted)
      if (scope.outside || exportsWithin(fleet, wanted, scope).length > 0) continue
      yield {
        at: annotationAt(entry, 'export-name'),
        entry,
        message: `${title(entry)} has a blank export-name, so it looks for export ${entry.name}, which is nowhere`,
        missing: {
          kinds: [kinds.serviceExport],
          among: scope.certain ? scope.clusters : [...scope.clusters, undefined],
          declared: isDeclared(wanted),
        },
      }
    }
  },
}
