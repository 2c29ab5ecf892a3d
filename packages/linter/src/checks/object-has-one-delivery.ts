import type { Source } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Delivery } from '../delivery/delivery.ts'
import { type Delivering, delivering } from '../fleet/delivering.ts'
import { text } from '../fleet/fields.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { isSynced } from '../fleet/is-synced.ts'
import { title as titleOf } from '../fleet/title.ts'

/** No object comes into a cluster by two Applications or Kustomizations. */
export const objectHasOneDelivery: Check = {
  name: 'object-has-one-delivery',
  params: noParams,
  *find(fleet) {
    const bySource = entriesBySource(fleet)
    const said = new Set<string>()
    for (const { one, other, source, cluster } of meetings(delivering(fleet))) {
      const [title, first] = [one.delivery.title, other.delivery.title]
      const pair = `${cluster}\0${title}\0${first}`
      const shared = bySource.get(source)?.find(entry => isOneObject(entry, one.delivery, other.delivery))
      if (shared === undefined || said.has(pair)) continue
      said.add(pair)
      yield {
        at: one.delivery.what.at,
        entry: one.entry,
        message: `${title} delivers ${titleOf(shared)} (${source.file}) to cluster ${cluster}, and so does ${first}`,
        related: [{ at: other.delivery.what.at, message: `${first} delivers it from here` }],
      }
    }
  },
}

interface Meeting {
  readonly one: Delivering
  readonly other: Delivering
  readonly source: Source
  readonly cluster: string
}

/** Two deliveries that bring one file into one cluster as it is. */
function* meetings(all: readonly Delivering[]): Iterable<Meeting> {
  const firsts = new Map<string, Delivering>()
  for (const one of all) {
    const { target, what } = one.delivery
    if (!('cluster' in target) || !what.plain) continue
    for (const source of what.linted.values()) {
      const key = `${target.cluster}\0${source.file}`
      const other = firsts.get(key)
      if (other === undefined) firsts.set(key, one)
      else if (!isSame(one, other)) yield { one, other, source, cluster: target.cluster }
    }
  }
}

function entriesBySource({ entries, deliveries }: Fleet): ReadonlyMap<Source, readonly Entry[]> {
  const found = new Map<Source, Entry[]>()
  if (deliveries.length < 2) return found
  for (const entry of entries)
    found.set(entry.place.source, [...(found.get(entry.place.source) ?? []), entry])
  return found
}

function isSame(one: Delivering, other: Delivering): boolean {
  return one.delivery.title === other.delivery.title && one.delivery.at.source === other.delivery.at.source
}

/** An object that names no namespace is in that of the delivery, so that two may make two of it. */
function isOneObject(entry: Entry, one: Delivery, other: Delivery): boolean {
  const { object, namespace } = entry
  if ([one, other].some(({ engine }) => engine === 'argocd') && !isSynced(entry)) return false
  return (
    namespace === '' ||
    Boolean(text(object.metadata.namespace)) ||
    one.what.namespace === other.what.namespace
  )
}
