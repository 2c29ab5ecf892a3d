import { type Place, type Related, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { declaredServices } from '../fleet/declared-services.ts'
import { field, list, number } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { annotation, annotationAt, exportedService, isFederated } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

interface ServicePort {
  readonly port: number
  readonly targetPort?: unknown
}

interface Offer {
  readonly ports: readonly ServicePort[]
  readonly related: Related
}

/** Every port that a ServiceExport names is a port of its Service, as its cluster shows it or else as topology.yaml declares it. */
export const exportedPortIsOnService: Check = {
  name: 'exported-port-is-on-service',
  params: noParams,
  *find(fleet) {
    const declared = declaredServices(fleet.model)
    for (const entry of fleet.ofKind([kinds.serviceExport])) {
      const { cluster, namespace } = entry
      const name = exportedService(entry)
      if (cluster === undefined || !isFederated(entry)) continue
      const [service] = fleet.at(cluster, kinds.service, namespace, name)
      const offer = service ? offerOf(service) : offerDeclared(declared(cluster, namespace, name))
      if (offer === undefined || offer.ports.length === 0) continue
      for (const { port, at } of exportedPorts(entry)) {
        if (offer.ports.some(one => one.port === port)) continue
        yield {
          at,
          entry,
          message: `${title(entry)} exports port ${port}, but Service ${namespace}/${name} ${whatThereIs(offer, port)}`,
          related: [offer.related],
        }
      }
    }
  },
}

function offerOf(service: Entry): Offer {
  const ports = list(field(service.object, 'spec', 'ports')).flatMap(value => {
    const port = number(field(value, 'port'))
    return port === undefined ? [] : [{ port, targetPort: field(value, 'targetPort') }]
  })
  const at = within(service.place, 'spec', 'ports')
  return { ports, related: { at, message: `the ports of ${title(service)}` } }
}

function offerDeclared(service: ReturnType<ReturnType<typeof declaredServices>>): Offer | undefined {
  return (
    service && { ports: service.ports, related: { at: service.at, message: 'the service is declared here' } }
  )
}

function whatThereIs({ ports }: Offer, wrong: number): string {
  const known = `has ${ports.length === 1 ? 'only port' : 'ports'} ${ports.map(({ port }) => port).join(', ')}`
  const meant = ports.find(one => one.targetPort === wrong)
  return meant
    ? `${known}; ${wrong} is the targetPort of port ${meant.port}, and Service ports are meant`
    : known
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
