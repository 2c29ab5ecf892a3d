import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { rulePriorities, type WrittenPriority, writtenPriorities } from '../fleet/rule-priorities.ts'
import { title } from '../fleet/title.ts'

/** Where some rules of a route have numbers, no other rule comes to stand before one of these. */
export const prioritiesGoOnFromHighest: Check = {
  name: 'priorities-go-on-from-highest',
  params: noParams,
  *find(fleet) {
    for (const route of latticeOf(fleet, [kinds.httpRoute, kinds.grpcRoute])) {
      const found = overtaken(route)
      if (found === undefined) continue
      const { written, rule, priority } = found
      yield {
        at: written.at,
        entry: route,
        message: `rule ${rule + 1} of ${title(route)} has no number, gets ${priority} and is tried before rule ${written.rule + 1} with ${written.text}`,
      }
    }
  },
}

interface Overtaken {
  /** The highest number that is written. */
  readonly written: WrittenPriority
  /** The first rule without a number that is tried before. */
  readonly rule: number
  readonly priority: number
}

function overtaken(route: Entry): Overtaken | undefined {
  const priorities = rulePriorities(route) ?? []
  const written = writtenPriorities(route).filter(({ rule }) => rule < priorities.length)
  const [first, ...others] = written
  if (first === undefined) return undefined
  const highest = others.reduce((a, b) => ((b.value ?? 0) > (a.value ?? 0) ? b : a), first)
  const rule = priorities.findIndex(
    (priority, index) => priority < (highest.value ?? 0) && !written.some(one => one.rule === index),
  )
  const priority = priorities[rule]
  return priority === undefined ? undefined : { written: highest, rule, priority }
}
