import { type Related, within } from '@espalier/model'
import { declaredServices } from './declared-services.ts'
import { field, list, number } from './fields.ts'
import type { Fleet, FleetCluster } from './fleet.ts'
import { kinds } from './kinds.ts'
import { title } from './title.ts'

interface ServicePort {
  readonly port: number
  readonly targetPort?: unknown
}

/** The ports of a Service and where they are written. */
export interface Offer {
  readonly ports: readonly ServicePort[]
  readonly related: Related
}

/** Answers with the ports of a Service, as its cluster shows it or else as topology.yaml declares it; nothing where none are known. */
export function offeredPorts(
  fleet: Fleet,
): (cluster: FleetCluster | undefined, namespace: string, name: string) => Offer | undefined {
  const declared = declaredServices(fleet.model)
  return (cluster, namespace, name) => {
    const services = fleet.at(cluster, kinds.service, namespace, name)
    const [first] = services
    const known = declared(cluster, namespace, name)
    const offer = first
      ? {
          ports: services.flatMap(service => list(field(service.object, 'spec', 'ports')).flatMap(portOf)),
          related: { at: within(first.place, 'spec', 'ports'), message: `the ports of ${title(first)}` },
        }
      : known && { ports: known.ports, related: { at: known.at, message: 'the service is declared here' } }
    return offer?.ports.length ? offer : undefined
  }
}

function portOf(value: unknown): readonly ServicePort[] {
  const port = number(field(value, 'port'))
  return port === undefined ? [] : [{ port, targetPort: field(value, 'targetPort') }]
}

/** `has only port 80`, to go on after the Service's name, and what was meant by a port that it has not. */
export function whatIsOffered({ ports }: Offer, wrong: number): string {
  const known = `has ${ports.length === 1 ? 'only port' : 'ports'} ${ports.map(({ port }) => port).join(', ')}`
  const meant = ports.find(one => one.targetPort === wrong)
  return meant
    ? `${known}; ${wrong} is the targetPort of port ${meant.port}, and Service ports are meant`
    : known
}
