import { type Place, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, list, number } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { nameBeside } from '../fleet/name-beside.ts'
import { offeredPorts, whatIsOffered } from '../fleet/offered-ports.ts'
import { annotation, annotationAt, exportedService, isFederated } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** Every port that a ServiceExport names is a port of its Service, as its cluster shows it or else as topology.yaml declares it. */
export const exportedPortIsOnService: Check = {
  name: 'exported-port-is-on-service',
  params: noParams,
  *find(fleet) {
    const offered = offeredPorts(fleet)
    for (const entry of fleet.ofKind([kinds.serviceExport])) {
      const { cluster, namespace } = entry
      const name = exportedService(entry)
      if (cluster === undefined || !isFederated(entry)) continue
      const offer = offered(cluster, namespace, name)
      if (offer === undefined) continue
      for (const { port, at } of exportedPorts(entry)) {
        if (offer.ports.some(one => one.port === port)) continue
        yield {
          at,
          entry,
          message: `${title(entry)} exports port ${port}, but Service ${nameBeside(entry, { namespace, name })} ${whatIsOffered(offer, port)}`,
          related: [offer.related],
        }
      }
    }
  },
}

/** The annotation counts only without `exportedPorts`, and of it only what is a number to the last character. */
function exportedPorts(entry: Entry): readonly { readonly port: number; readonly at: Place }[] {
  const written = list(field(entry.object, 'spec', 'exportedPorts'))
  if (written.length === 0) {
    const numbers =
      annotation(entry, 'port')
        ?.split(',')
        .filter(one => /^\d+$/.test(one)) ?? []
    return numbers.map(one => ({ port: Number(one), at: annotationAt(entry, 'port') }))
  }
  return written.flatMap((value, index) => {
    const port = number(field(value, 'port'))
    return port === undefined
      ? []
      : [{ port, at: within(entry.place, 'spec', 'exportedPorts', index, 'port') }]
  })
}
