import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Entry } from '../fleet/fleet.ts'
import { admitsSurely, exportsWithin, importScopes } from '../fleet/import-scopes.ts'
import { kinds } from '../fleet/kinds.ts'
import { nameBeside } from '../fleet/name-beside.ts'
import {
  annotation,
  annotationAt,
  type ImportedExport,
  importedExport,
  importedExportAt,
} from '../fleet/refs.ts'
import { clusterTitle, title } from '../fleet/title.ts'
import { someOf } from '../text/some-of.ts'

/** What a ServiceImport looks for is exported by one cluster only. */
export const importIsUnambiguous: Check = {
  name: 'import-is-unambiguous',
  params: noParams,
  *find(fleet) {
    const scopeOf = importScopes(fleet)
    for (const entry of fleet.ofKind([kinds.serviceImport])) {
      if (annotation(entry, 'target-group-arn') !== undefined) continue
      const wanted = importedExport(entry)
      const found = oneOfEachCluster(exportsWithin(fleet, wanted, scopeOf(wanted)), wanted)
      if (found.length < 2) continue
      const clusters = someOf(found.flatMap(({ cluster }) => cluster?.name ?? []))
      const narrowed = wanted.eksName === undefined && wanted.vpc !== undefined
      yield {
        at: narrowed ? annotationAt(entry, 'aws-vpc') : importedExportAt(entry),
        entry,
        message: `${title(entry)} looks for export ${nameBeside(entry, wanted)}, which ${clusters} all have${narrowed ? ' in that VPC' : ''}: it gets any of them`,
        related: found.map(one => ({
          at: within(one.place, 'metadata', 'name'),
          message: `${clusterTitle(one)} exports it here`,
        })),
      }
    }
  },
}

function oneOfEachCluster(exported: readonly Entry[], wanted: ImportedExport): readonly Entry[] {
  const seen = new Set<Entry['cluster']>([undefined])
  return exported.filter(({ cluster }) => {
    if (cluster === undefined || seen.has(cluster)) return false
    seen.add(cluster)
    return admitsSurely(wanted, cluster)
  })
}
