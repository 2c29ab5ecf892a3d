import type { Check } from '../check.ts'
import { fields } from '../check-params.ts'
import { delivering } from '../fleet/delivering.ts'

interface Params {
  readonly bytes: number
}

/** The files of a plain directory are together no larger than Argo CD reads. */
export const directoryIsSmallEnough: Check<Params> = {
  name: 'directory-is-small-enough',
  params: fields({ bytes: { type: 'integer' } }, 'bytes'),
  *find(fleet, { bytes }) {
    for (const { delivery, entry } of delivering(fleet)) {
      const { engine, title, what } = delivery
      if (engine !== 'argocd' || what.form !== 'directory') continue
      // Characters are never more than bytes.
      const size = [...what.linted.values()].reduce((sum, { text }) => sum + text.length, 0)
      if (size <= bytes) continue
      const [sum, most] = [size, bytes].map(one => `${(one / 1_000_000).toFixed(1)} MB`)
      yield {
        at: what.at,
        entry,
        message: `${title} takes ${sum} of manifests from ${what.path || 'the root of the repository'}, and Argo CD reads no more than ${most}`,
      }
    }
  },
}
