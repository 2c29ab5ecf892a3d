import { field, list, text } from './fields.ts'
import type { Entry, Fleet } from './fleet.ts'
import { attachments, type Listener } from './listeners.ts'
import { mayMove } from './may-move.ts'
import { namespaceAdmission } from './namespace-admission.ts'

interface Accepting {
  readonly gateway: Entry
  /** Each of them becomes a listener of the route's service in VPC Lattice; in the Gateway's order. */
  readonly listeners: readonly Listener[]
}

/** The listeners that take a route by port, section, host name, kind and namespace; nothing where that cannot be told of one of them. */
export function acceptingListeners(fleet: Fleet, route: Entry): Accepting | undefined {
  const attached = attachments(fleet, route)
  const [first] = attached
  if (first === undefined) return undefined
  const { gateway } = first
  const selected = new Set(attached.flatMap(one => one.selected.map(({ at }) => at.path.at(-1))))
  const fitting = first.listeners
    .filter(({ at, admits }) => selected.has(at.path.at(-1)) && admits.includes(route.object.kind))
    .filter(listener => admitsHostname(listener, route))
    .map(listener => ({ listener, ...namespaceAdmission(fleet, route, gateway, listener) }))
  const moves = mayMove(route) || mayMove(gateway)
  const isUnsure = fitting.some(
    ({ verdict, listener: { from } }) => verdict === 'unread' || (moves && from !== 'All'),
  )
  if (isUnsure) return undefined
  const admitted = fitting.filter(({ verdict }) => verdict === 'admitted')
  return { gateway, listeners: admitted.map(({ listener }) => listener) }
}

/** True where a route has a host name that its listener may serve, or one of both names none. */
export function admitsHostname({ hostname }: Listener, route: Entry): boolean {
  const hostnames = hostnamesOf(route)
  return hostname === undefined || hostnames.length === 0 || hostnames.some(one => meet(hostname, one))
}

export function hostnamesOf({ object }: Entry): readonly string[] {
  return list(field(object, 'spec', 'hostnames')).flatMap(hostname => text(hostname) ?? [])
}

// Unlike the Gateway API, the controller lets a wildcard of either side stand for any number of labels.
function meet(one: string, other: string): boolean {
  return one === other || covers(one, other) || covers(other, one)
}

function covers(pattern: string, hostname: string): boolean {
  return pattern.startsWith('*.') && hostname.endsWith(pattern.slice(1))
}
