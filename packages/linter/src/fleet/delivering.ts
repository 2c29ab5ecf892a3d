import { group } from '@espalier/model'
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
    ({ place }) => keyOf(place),
  )
  return fleet.deliveries.flatMap(delivery => {
    const entries = byPlace.get(keyOf(delivery.at)) ?? []
    const { carrier } = delivery
    const entry =
      entries.find(one => 'cluster' in carrier && one.cluster?.name === carrier.cluster) ?? entries[0]
    return entry === undefined ? [] : [{ delivery, entry }]
  })
})

function keyOf({ source, doc, path }: Entry['place']): string {
  return `${source.file}\0${doc}\0${path.join('\0')}`
}
