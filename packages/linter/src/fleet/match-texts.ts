import { type Place, within } from '@espalier/model'
import { field, list, text } from './fields.ts'
import type { Entry } from './fleet.ts'
import { kinds } from './kinds.ts'
import { valuesAt } from './values.ts'

type MatchPart = 'path' | 'header name' | 'header value'

/** A text that a rule of a route has VPC Lattice compare. */
export interface MatchText {
  readonly part: MatchPart
  readonly text: string
  readonly at: Place
}

/** The texts of all matches of a route, without regular expressions, of which VPC Lattice knows none. */
export function matchTexts(route: Entry): readonly MatchText[] {
  return valuesAt(route, 'spec.rules.*.matches.*').flatMap(({ value: match, at }) => [
    ...(route.kind === kinds.grpcRoute ? grpcPath(match, at) : httpPath(match, at)),
    ...list(field(match, 'headers')).flatMap((header, index) =>
      headerTexts(header, within(at, 'headers', index)),
    ),
  ])
}

function httpPath(match: unknown, at: Place): readonly MatchText[] {
  const path = text(field(match, 'path', 'value'))
  if (path === undefined || isExpression(field(match, 'path'))) return []
  return [{ part: 'path', text: path, at: within(at, 'path', 'value') }]
}

// To VPC Lattice a gRPC method is a path like any other.
function grpcPath(match: unknown, at: Place): readonly MatchText[] {
  const [service, method] = ['service', 'method'].map(key => text(field(match, 'method', key)))
  if (service === undefined || isExpression(field(match, 'method'))) return []
  return [{ part: 'path', text: `/${service}/${method ?? ''}`, at: within(at, 'method', 'service') }]
}

function headerTexts(header: unknown, at: Place): readonly MatchText[] {
  const [name, value] = [text(field(header, 'name')), text(field(header, 'value'))]
  if (isExpression(header)) return []
  return [
    ...(name === undefined ? [] : [{ part: 'header name', text: name, at: within(at, 'name') } as const]),
    ...(value === undefined ? [] : [{ part: 'header value', text: value, at: within(at, 'value') } as const]),
  ]
}

function isExpression(value: unknown): boolean {
  return field(value, 'type') === 'RegularExpression'
}
