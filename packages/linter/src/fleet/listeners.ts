import { type Place, within } from '@espalier/model'
import { field, isRecord, list, number, text } from './fields.ts'
import { isFilledInLater } from './filled-in-later.ts'
import type { Entry, Fleet } from './fleet.ts'
import { kinds } from './kinds.ts'
import { isLatticeGateway } from './lattice.ts'
import { type ParentRef, parentRefs, resolve } from './refs.ts'

export interface Listener {
  readonly name: string
  readonly protocol: string
  readonly port?: number
  readonly hostname?: string
  /** Absent where the listener has no `tls`; where that names no mode, the API's default. */
  readonly tlsMode?: string
  /** The certificate of ACM that the options of its `tls` name. */
  readonly certificateArn?: string
  /** Kinds of routes it admits, without their groups: the controller never compares those. */
  readonly admits: readonly string[]
  /** From which namespaces, by `allowedRoutes.namespaces`: Same where nothing is said. */
  readonly from: string
  /** The label selector that goes with Selector, as written. */
  readonly selector?: unknown
  readonly at: Place
}

/** What the controller makes Lattice listeners of, and the routes each admits unless `allowedRoutes.kinds` says otherwise. */
export const servedProtocols: ReadonlyMap<string, readonly string[]> = new Map([
  ['HTTP', ['HTTPRoute']],
  ['HTTPS', ['HTTPRoute', 'GRPCRoute']],
  ['TLS', ['TLSRoute']],
])

const routeNames = ['HTTPRoute', 'GRPCRoute', 'TLSRoute']

/** The key of `tls.options` that names a certificate of ACM. */
export const certificateOption = 'application-networking.k8s.aws/certificate-arn'

export function listenersOf(gateway: Entry): readonly Listener[] {
  return list(field(gateway.object, 'spec', 'listeners')).map((value, index) => {
    const port = number(field(value, 'port'))
    const hostname = text(field(value, 'hostname'))
    const tls = field(value, 'tls')
    const certificateArn = text(field(tls, 'options', certificateOption))
    const protocol = text(field(value, 'protocol')) ?? ''
    const namespaces = field(value, 'allowedRoutes', 'namespaces')
    return {
      name: text(field(value, 'name')) ?? '',
      protocol,
      ...(port !== undefined && { port }),
      ...(hostname && { hostname }),
      ...(isRecord(tls) && { tlsMode: text(tls.mode) ?? 'Terminate' }),
      ...(certificateArn !== undefined && { certificateArn }),
      admits: admittedBy(value, protocol),
      from: text(field(namespaces, 'from')) ?? 'Same',
      selector: field(namespaces, 'selector'),
      at: within(gateway.place, 'spec', 'listeners', index),
    }
  })
}

function admittedBy(listener: unknown, protocol: string): readonly string[] {
  const listed = list(field(listener, 'allowedRoutes', 'kinds')).map(one => text(field(one, 'kind')) ?? '')
  if ([protocol, ...listed].some(isFilledInLater)) return routeNames
  return listed.length > 0 ? listed : (servedProtocols.get(protocol) ?? [])
}

/** A parentRef and the Gateway of Lattice that it names. */
export interface Attachment {
  readonly parent: ParentRef
  readonly gateway: Entry
  readonly listeners: readonly Listener[]
  /** The listeners that its sectionName and port leave. */
  readonly selected: readonly Listener[]
}

/** The parentRefs that mean a route's first Gateway of Lattice; the controller holds all of them against that one's listeners. */
export function attachments(fleet: Fleet, route: Entry): readonly Attachment[] {
  const found = parentRefs(route).flatMap(parent => {
    if (parent.kind !== kinds.gateway) return []
    const gateways = resolve(fleet, parent).filter(gateway => isLatticeGateway(fleet, gateway))
    const listeners = gateways.flatMap(listenersOf)
    const selected = listeners.filter(listener => selects(parent, listener))
    return gateways.slice(0, 1).map(gateway => ({ parent, gateway, listeners, selected }))
  })
  return found.filter(({ gateway }) => gateway === found[0]?.gateway)
}

/** Where a parentRef says which listeners it means. */
export function selectionAt({ at, sectionName, port }: ParentRef): Place {
  if (sectionName !== undefined) return within(at, 'sectionName')
  return within(at, port === undefined ? 'name' : 'port')
}

function selects({ sectionName, port }: ParentRef, listener: Listener): boolean {
  const samePort = port === undefined || listener.port === undefined || listener.port === port
  return samePort && (sectionName === undefined || listener.name === sectionName)
}
