import type { Place, Problem } from '@espalier/model'

/** Something that the controller, or an API behind it, would refuse or drop. */
export function beyondController(message: string, at: Place): Problem {
  return { check: 'beyond-controller', message, at }
}
