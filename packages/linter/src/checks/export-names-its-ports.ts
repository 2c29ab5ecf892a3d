import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, list } from '../fleet/fields.ts'
import { kinds } from '../fleet/kinds.ts'
import { nameBeside } from '../fleet/name-beside.ts'
import { offeredPorts } from '../fleet/offered-ports.ts'
import { annotation, exportedService, isFederated } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** A ServiceExport of a Service with several ports says which of them it exports. */
export const exportNamesItsPorts: Check = {
  name: 'export-names-its-ports',
  params: noParams,
  *find(fleet) {
    const offered = offeredPorts(fleet)
    for (const entry of fleet.ofKind([kinds.serviceExport])) {
      const { cluster, namespace, kustomized, rendered } = entry
      const isSaid =
        annotation(entry, 'port') || list(field(entry.object, 'spec', 'exportedPorts')).length > 0
      if (cluster === undefined || isSaid || !isFederated(entry)) continue
      const name = exportedService(entry)
      const offer = offered(cluster, namespace, name)
      // Ports that lead to the same one of the Pods make the same targets.
      const ends = new Set(offer?.ports.map(({ port, targetPort }) => targetPort ?? port))
      // A kustomization may add what is missing here.
      if (offer === undefined || ends.size < 2 || (kustomized && !rendered)) continue
      yield {
        at: within(entry.place, 'metadata', 'name'),
        entry,
        message: `${title(entry)} names no port, so it exports all of Service ${nameBeside(entry, { namespace, name })}: ${offer.ports.map(({ port }) => port).join(', ')}`,
        related: [offer.related],
      }
    }
  },
}
