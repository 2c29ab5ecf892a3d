import type { Problem } from '../finding.ts'
import { didYouMean } from '../nearest.ts'
import { type Place, within } from '../source.ts'

const expected = { apiVersion: 'espalier.dev/v1', kind: 'Topology' }
const check = 'not-a-topology'
const begins = `a topology begins with apiVersion: ${expected.apiVersion} and kind: ${expected.kind}`

/** Says of a document that is something else than a topology what it lacks, before any field of it is judged. */
export function kindProblems(value: unknown, root: Place): readonly Problem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const is = Array.isArray(value) ? 'a list' : `the ${typeof value} ${JSON.stringify(value)?.slice(0, 60)}`
    return [{ check, message: `${begins}; this is ${is}`, at: root }]
  }
  const missing = Object.keys(expected).filter(field => !Object.hasOwn(value, field))
  const absent =
    missing.length === 0
      ? []
      : [
          {
            check,
            message: `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing; ${begins}`,
            at: root,
          },
        ]
  const wrong = Object.entries(expected).flatMap(([field, wanted]) => {
    const given: unknown = Object.hasOwn(value, field) ? Reflect.get(value, field) : wanted
    if (given === wanted) return []
    const message = `${field} is ${JSON.stringify(given)?.slice(0, 60)}, but must be ${wanted}${didYouMean(String(given), [wanted])}`
    return [{ check, message, at: within(root, field) }]
  })
  return [...absent, ...wrong]
}
