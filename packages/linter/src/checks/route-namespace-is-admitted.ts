import { didYouMean, within } from '@espalier/model'
import type { Check, Found } from '../check.ts'
import { fields } from '../check-params.ts'
import { admitsHostname } from '../fleet/accepting-listeners.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { kinds, routeKinds } from '../fleet/kinds.ts'
import { requirementText } from '../fleet/label-selector.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { type Attachment, attachments, type Listener, selectionAt } from '../fleet/listeners.ts'
import { mayMove } from '../fleet/may-move.ts'
import { type NamespaceAdmission, nameLabel, namespaceAdmission } from '../fleet/namespace-admission.ts'
import { title } from '../fleet/title.ts'

interface Params {
  /** Whether to speak of namespaces that are surely refused, or of those whose labels nobody has shown. */
  readonly labels: 'known' | 'unread'
}

/** Of the listeners that a parentRef selects, and that take the route's host name and kind, one at least admits its namespace. */
export const routeNamespaceIsAdmitted: Check<Params> = {
  name: 'route-namespace-is-admitted',
  params: fields({ labels: { enum: ['known', 'unread'] } }, 'labels'),
  *find(fleet, { labels }) {
    for (const route of latticeOf(fleet, routeKinds)) {
      for (const attachment of attachments(fleet, route)) {
        const { gateway } = attachment
        if (mayMove(route) || mayMove(gateway)) continue
        const refusals = refusalsOf(fleet, route, attachment)
        if (refusals.length === 0 || refusals.some(({ verdict }) => verdict === 'admitted')) continue
        const isUnread = refusals.some(({ verdict }) => verdict === 'unread')
        if (isUnread === (labels === 'unread')) yield foundOf(fleet, route, attachment, refusals)
      }
    }
  },
}

interface Refusal extends NamespaceAdmission {
  readonly listener: Listener
}

function refusalsOf(fleet: Fleet, route: Entry, { gateway, selected }: Attachment): readonly Refusal[] {
  const left = selected.filter(
    listener => admitsHostname(listener, route) && listener.admits.includes(route.object.kind),
  )
  return left.map(listener => ({ listener, ...namespaceAdmission(fleet, route, gateway, listener) }))
}

function foundOf(
  { model }: Fleet,
  route: Entry,
  { parent, gateway }: Attachment,
  refusals: readonly Refusal[],
): Found {
  const { cluster, namespace } = route
  const isOwned = model?.namespaces.some(one => one.name === namespace && one.cluster.name === cluster?.name)
  const reasons = refusals.map(refusal => reasonOf(refusal, gateway, namespace)).join(', ')
  const names = refusals.flatMap(({ missed }) => missed.filter(({ key }) => key === nameLabel))
  const hint = didYouMean(
    namespace,
    names.flatMap(({ values }) => values),
  )
  return {
    at: selectionAt(parent),
    entry: route,
    message: `${title(route)} cannot attach to ${title(gateway)}: ${reasons}${hint}`,
    related: refusals.map(({ listener: { at, name } }) => ({
      at: within(at, 'allowedRoutes', 'namespaces'),
      message: `what listener "${name}" admits`,
    })),
    missing: { kinds: [kinds.namespace], among: [cluster], declared: isOwned === true },
  }
}

function reasonOf({ listener, verdict, missed }: Refusal, gateway: Entry, namespace: string): string {
  const { name, from } = listener
  if (missed.length === 0)
    return `its listener "${name}" admits ${from === 'Selector' ? 'nothing without a selector' : `only namespace ${gateway.namespace}`}`
  const wanted = missed.map(requirementText).join(', ')
  const but = verdict === 'unread' ? `, and no manifest shows the labels of ${namespace}` : ''
  return `its listener "${name}" admits only namespaces with ${wanted}${but}`
}
