import type { Place } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, list } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { rulePriorities, writtenPriorities } from '../fleet/rule-priorities.ts'
import { title } from '../fleet/title.ts'
import { abridged } from '../text/abridged.ts'

const most = 100

/** The priorities of a route's rules, written or counted on from those, are numbers that VPC Lattice takes. */
export const priorityIsPossible: Check = {
  name: 'priority-is-possible',
  params: noParams,
  *find(fleet) {
    for (const route of latticeOf(fleet, [kinds.httpRoute, kinds.grpcRoute])) {
      const faults = [...writtenFaults(route), ...countedFault(route)]
      for (const { at, words } of faults) {
        yield {
          at,
          entry: route,
          message: `${words} of ${title(route)}, but priorities are whole numbers from 1 to ${most}`,
        }
      }
    }
  },
}

interface Fault {
  readonly at: Place
  readonly words: string
}

function writtenFaults(route: Entry): readonly Fault[] {
  const count = list(field(route.object, 'spec', 'rules')).length
  return writtenPriorities(route)
    .filter(({ rule, value = 0 }) => rule < count && (value < 1 || value > most))
    .map(({ at, text, rule }) => ({ at, words: `"${abridged(text)}" is the priority of rule ${rule + 1}` }))
}

// Rules without a number of their own count on from the last that has one.
function countedFault(route: Entry): readonly Fault[] {
  const written = writtenPriorities(route)
  const priorities = rulePriorities(route) ?? []
  const beyond = priorities.findIndex(
    (priority, index) => priority > most && !written.some(({ rule }) => rule === index),
  )
  const last = written.filter(({ rule }) => rule < priorities.length).at(-1)
  if (beyond < 0 || last === undefined || (last.value ?? 0) > most) return []
  const counted = `${priorities[beyond]}, counted on from ${last.text},`
  return [{ at: last.at, words: `${counted} is the priority of rule ${beyond + 1}` }]
}
