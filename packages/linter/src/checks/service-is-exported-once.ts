import { group, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { folderOf } from '../fleet/kustomization.ts'
import { mayMove } from '../fleet/may-move.ts'
import { nameBeside } from '../fleet/name-beside.ts'
import { exportedService, exportedServiceAt, isFederated } from '../fleet/refs.ts'
import { clusterTitle, title } from '../fleet/title.ts'

/** No two ServiceExports of a cluster export the same Service. */
export const serviceIsExportedOnce: Check = {
  name: 'service-is-exported-once',
  params: noParams,
  *find(fleet) {
    const exported = fleet.ofKind([kinds.serviceExport]).filter(entry => entry.cluster && isFederated(entry))
    for (const entries of group(exported, keyOfService).values()) {
      // The controller refreshes the export that bears the Service's own name, so that one is right.
      const kept = entries.find(entry => entry.name === exportedService(entry)) ?? entries[0]
      for (const entry of entries) {
        if (entry.name === kept.name) continue
        yield {
          at: exportedServiceAt(entry),
          entry,
          message: `${title(entry)} exports Service ${nameBeside(entry, { namespace: entry.namespace, name: exportedService(entry) })}, which ${title(kept)} exports from ${clusterTitle(entry)} already`,
          related: [{ at: within(kept.place, 'metadata', 'name'), message: `${title(kept)} is here` }],
        }
      }
    }
  },
}

// Objects that leave their namespace to who delivers them surely share it only within a folder.
function keyOfService(entry: Entry): string {
  const scope = mayMove(entry) ? folderOf(entry.place.source.file) : ''
  return [entry.cluster?.name ?? '', scope, `${entry.namespace}/${exportedService(entry)}`].join('\0')
}
