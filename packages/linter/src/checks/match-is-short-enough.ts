import type { Check } from '../check.ts'
import { fields } from '../check-params.ts'
import { kinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { type MatchText, matchTexts } from '../fleet/match-texts.ts'
import { title } from '../fleet/title.ts'
import { abridged } from '../text/abridged.ts'

/** The most characters of each. */
interface Params {
  readonly path: number
  readonly headerName: number
  readonly headerValue: number
}

const length = { type: 'integer', minimum: 1 }

/** What a rule matches is no longer than VPC Lattice takes. */
export const matchIsShortEnough: Check<Params> = {
  name: 'match-is-short-enough',
  params: fields(
    { path: length, headerName: length, headerValue: length },
    'path',
    'headerName',
    'headerValue',
  ),
  *find(fleet, { path, headerName, headerValue }) {
    const limits = { path, 'header name': headerName, 'header value': headerValue }
    const isLong = ({ part, text }: MatchText) => text.length > limits[part]
    for (const route of latticeOf(fleet, [kinds.httpRoute, kinds.grpcRoute])) {
      const long = matchTexts(route).filter(isLong)
      for (const { part, text, at } of long) {
        yield {
          at,
          entry: route,
          message: `the ${part} "${abridged(text, 30)}" of ${title(route)} has ${text.length} characters, but VPC Lattice takes at most ${limits[part]}`,
        }
      }
    }
  },
}
