import { didYouMean, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { declares } from '../fleet/declares.ts'
import { everyCluster } from '../fleet/every-cluster.ts'
import { kinds } from '../fleet/kinds.ts'
import { isFederated } from '../fleet/refs.ts'
import { clusterTitle, title } from '../fleet/title.ts'
import { usedExports } from '../fleet/used-exports.ts'

/** What a ServiceExport exports is imported somewhere, or topology.yaml declares the export. */
export const exportIsImported: Check = {
  name: 'export-is-imported',
  params: noParams,
  *find(fleet) {
    const { isUsed, missed } = usedExports(fleet)
    // Of a cluster whose role nobody has said, nobody can say either that it holds no imports.
    const importing = everyCluster(fleet).filter(({ role }) => role === 'config' || role === 'unknown')
    for (const entry of fleet.ofKind([kinds.serviceExport])) {
      const { cluster, namespace, name, place } = entry
      if (cluster === undefined || cluster.role === 'none' || !isFederated(entry) || isUsed(entry)) continue
      const at = within(place, 'metadata', 'name')
      if (declares(fleet.model, { from: entry, at, kind: kinds.serviceExport, namespace, name })) continue
      yield {
        at,
        entry,
        message: `no ServiceImport looks for ${title(entry)} of ${clusterTitle(entry)}${didYouMean(name, missed(namespace))}`,
        missing: {
          kinds: [kinds.serviceImport],
          among: importing.length > 0 ? importing : [undefined],
        },
      }
    }
  },
}
