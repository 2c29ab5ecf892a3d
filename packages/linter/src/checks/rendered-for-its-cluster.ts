import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { entriesWith } from '../fleet/entries-with.ts'
import { field, text } from '../fleet/fields.ts'
import { title } from '../fleet/title.ts'

/** An object that Espalier rendered lies in the directory of the cluster it was rendered for. */
export const renderedForItsCluster: Check = {
  name: 'rendered-for-its-cluster',
  params: noParams,
  *find(fleet) {
    for (const entry of entriesWith(fleet, 'labels', 'espalier.dev/cluster')) {
      const meant = text(field(entry.object.metadata, 'labels', 'espalier.dev/cluster'))
      const topology = text(field(entry.object.metadata, 'labels', 'espalier.dev/topology'))
      if (meant === undefined || meant === entry.cluster?.name) continue
      // Without a cluster, only a file of this very topology is known to have left its directory.
      if (entry.cluster === undefined && (topology === undefined || topology !== fleet.model?.name)) continue
      const actual = entry.cluster
        ? `its file belongs to cluster ${entry.cluster.name}`
        : 'its file is in the directory of no cluster'
      yield {
        at: within(entry.place, 'metadata', 'labels', 'espalier.dev/cluster'),
        entry,
        message: `${title(entry)} was rendered for cluster ${meant}, but ${actual}`,
      }
    }
  },
}
