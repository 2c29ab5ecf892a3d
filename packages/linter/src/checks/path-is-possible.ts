import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { kinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { matchTexts } from '../fleet/match-texts.ts'
import { title } from '../fleet/title.ts'
import { abridged } from '../text/abridged.ts'

/** The paths that a route matches hold only what both VPC Lattice and the Gateway API take. */
export const pathIsPossible: Check = {
  name: 'path-is-possible',
  params: noParams,
  *find(fleet) {
    for (const route of latticeOf(fleet, [kinds.httpRoute, kinds.grpcRoute])) {
      const wrong = matchTexts(route).flatMap(({ part, text, at }) => {
        const why = part === 'path' ? whyRefused(text) : undefined
        return why === undefined ? [] : [{ text, at, why }]
      })
      for (const { text, at, why } of wrong) {
        yield {
          at,
          entry: route,
          message: `${title(route)} matches the path "${abridged(text)}", but ${why}`,
        }
      }
    }
  },
}

function whyRefused(path: string): string | undefined {
  if (!path.startsWith('/')) return 'a path begins with "/"'
  const [odd] = /[^a-zA-Z0-9@:%_+.~&/=-]/u.exec(path) ?? []
  if (odd === '?' || odd === '#') return `what follows "${odd}" is no part of the path`
  return odd === undefined ? undefined : `VPC Lattice takes no "${odd}" in a path`
}
