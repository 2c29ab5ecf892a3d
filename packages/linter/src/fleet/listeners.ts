import { type Place, within } from '@espalier/model'
import { field, list, number, text } from './fields.ts'
import type { Entry, Fleet } from './fleet.ts'
import { kinds } from './kinds.ts'
import { isLatticeGateway } from './lattice.ts'
import { type ParentRef, parentRefs, resolve } from './refs.ts'

export interface Listener {
  readonly name: string
  readonly protocol: string
  readonly port?: number
  /** Kinds of routes it admits, without their groups: the controller never compares those. */
  readonly admits: readonly string[]
  readonly at: Place
}

/** What the controller makes Lattice listeners of, and the routes each admits unless `allowedRoutes.kinds` says otherwise. */
export const servedProtocols: ReadonlyMap<string, readonly string[]> = new Map([
  ['HTTP', ['HTTPRoute']],
  ['HTTPS', ['HTTPRoute', 'GRPCRoute']],
  ['TLS', ['TLSRoute']],
])

export function listenersOf(gateway: Entry): readonly Listener[] {
  return list(field(gateway.object, 'spec', 'listeners')).map((value, index) => {
    const port = number(field(value, 'port'))
    const protocol = text(field(value, 'protocol')) ?? ''
    const listed = list(field(value, 'allowedRoutes', 'kinds')).map(one => text(field(one, 'kind')) ?? '')
    return {
      name: text(field(value, 'name')) ?? '',
      protocol,
      ...(port !== undefined && { port }),
      admits: listed.length > 0 ? listed : (servedProtocols.get(protocol) ?? []),
      at: within(gateway.place, 'spec', 'listeners', index),
    }
  })
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

function selects({ sectionName, port }: ParentRef, listener: Listener): boolean {
  const samePort = port === undefined || listener.port === undefined || listener.port === port
  return samePort && (sectionName === undefined || listener.name === sectionName)
}
