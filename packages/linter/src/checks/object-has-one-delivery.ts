import { group } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Delivery } from '../delivery/delivery.ts'
import { text } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { isSynced } from '../fleet/is-synced.ts'
import { meetings } from '../fleet/meetings.ts'
import { title as titleOf } from '../fleet/title.ts'

/** No object comes into a cluster by two Applications or Kustomizations. */
export const objectHasOneDelivery: Check = {
  name: 'object-has-one-delivery',
  params: noParams,
  *find(fleet) {
    if (fleet.deliveries.length < 2) return
    const bySource = group(fleet.entries, ({ place }) => place.source)
    const said = new Set<string>()
    for (const { one, other, source, cluster } of meetings(fleet)) {
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
