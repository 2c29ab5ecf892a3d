import { group, placeKey } from '@espalier/model'
import type { Delivery } from '../delivery/delivery.ts'
import type { Entry, Fleet } from './fleet.ts'
import { oncePer } from './once-per.ts'

/** A delivery and the object of this fleet that it is of. */
export interface Delivering {
  readonly delivery: Delivery
  readonly entry: Entry
}

/** The deliveries whose object is in this fleet. */
export const delivering: (fleet: Fleet) => readonly Delivering[] = oncePer(fleet => {
  if (fleet.deliveries.length === 0) return []
  const sources = new Set(fleet.deliveries.map(({ at }) => at.source))
  const byPlace = group(
    fleet.entries.filter(({ place }) => sources.has(place.source)),
    ({ place }) => placeKey(place),
  )
  return fleet.deliveries.flatMap(delivery => {
    const entries = byPlace.get(placeKey(delivery.at)) ?? []
    const { carrier } = delivery
    const entry =
      entries.find(one => 'cluster' in carrier && one.cluster?.name === carrier.cluster) ?? entries[0]
    return entry === undefined ? [] : [{ delivery, entry }]
  })
})
