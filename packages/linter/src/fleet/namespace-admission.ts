import { field, record } from './fields.ts'
import type { Entry, Fleet } from './fleet.ts'
import { kinds } from './kinds.ts'
import { meets, type Requirement, requirementsOf } from './label-selector.ts'
import type { Listener } from './listeners.ts'

/** How a listener takes the namespace of a route; `unread` where that hangs on labels of a Namespace that nobody has shown. */
export interface NamespaceAdmission {
  readonly verdict: 'admitted' | 'refused' | 'unread'
  /** What of its selector the namespace misses; empty where the listener goes by no labels. */
  readonly missed: readonly Requirement[]
}

/** The label by which the API server names every namespace. */
export const nameLabel = 'kubernetes.io/metadata.name'

/** Holds a route's namespace against a listener of the Gateway; what is neither All nor Selector means Same to the controller. */
export function namespaceAdmission(
  fleet: Fleet,
  route: Entry,
  gateway: Entry,
  { from, selector }: Listener,
): NamespaceAdmission {
  if (from !== 'Selector') {
    const isAdmitted = from === 'All' || route.namespace === gateway.namespace
    return { verdict: isAdmitted ? 'admitted' : 'refused', missed: [] }
  }
  // To the controller, a selector that is not there selects nothing.
  if (selector === undefined || selector === null) return { verdict: 'refused', missed: [] }
  const [object] = fleet.at(route.cluster, kinds.namespace, '', route.namespace)
  const labels = labelsOf(object).set(nameLabel, route.namespace)
  const missed = requirementsOf(selector).filter(requirement => !meets(labels, requirement))
  if (missed.length === 0) return { verdict: 'admitted', missed }
  // A kustomization may add labels to what it takes.
  const isKnown = object !== undefined && !object.kustomized
  return { verdict: isKnown || missed.some(({ key }) => key === nameLabel) ? 'refused' : 'unread', missed }
}

function labelsOf(namespace: Entry | undefined): Map<string, string> {
  const labels = Object.entries(record(field(namespace?.object.metadata, 'labels')))
  return new Map(labels.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])))
}
