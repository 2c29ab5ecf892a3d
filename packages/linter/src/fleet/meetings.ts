import type { Source } from '@espalier/model'
import { type Delivering, delivering } from './delivering.ts'
import type { Fleet } from './fleet.ts'

/** Two deliveries that bring one file into one cluster as it is. */
export interface Meeting {
  readonly one: Delivering
  readonly other: Delivering
  readonly source: Source
  readonly cluster: string
}

/** All of them, but for those of an object with itself. */
export function* meetings(fleet: Fleet): Iterable<Meeting> {
  const firsts = new Map<string, Delivering>()
  for (const one of delivering(fleet)) {
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

function isSame(one: Delivering, other: Delivering): boolean {
  return one.delivery.title === other.delivery.title && one.delivery.at.source === other.delivery.at.source
}
