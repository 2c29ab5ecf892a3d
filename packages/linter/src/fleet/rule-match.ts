import { type Place, within } from '@espalier/model'
import { field, list, text } from './fields.ts'
import type { Entry } from './fleet.ts'
import { kinds } from './kinds.ts'
import { rulePriorities } from './rule-priorities.ts'

/** What a rule of a route matches, as the controller hands it to VPC Lattice. */
export interface RuleMatch {
  /** The rule's position in the route. */
  readonly rule: number
  readonly at: Place
  readonly path: string
  /** Paths that begin so match too. */
  readonly isPrefix: boolean
  readonly method?: string
  /** `name=value`, in lower case because VPC Lattice knows no other; sorted. */
  readonly headers: readonly string[]
  /** The headers as they are written, by which the controller tells its rules apart. */
  readonly written: string
}

/** The matches of an HTTPRoute or GRPCRoute, first the one that is tried first; without the rules that the controller cannot build. */
export function ruleMatches(route: Entry): readonly RuleMatch[] {
  const rules = list(field(route.object, 'spec', 'rules'))
  if (rules.length === 1) return matchOf(route, rules[0], 0)
  const priorities = rulePriorities(route) ?? []
  // Where two rules have one priority, or one has none that can be read, nobody can tell which is tried first.
  if (new Set(priorities).size < rules.length) return []
  const orderOf = ({ rule }: RuleMatch) => priorities[rule] ?? 0
  return rules.flatMap((rule, index) => matchOf(route, rule, index)).sort((a, b) => orderOf(a) - orderOf(b))
}

function matchOf(route: Entry, rule: unknown, index: number): readonly RuleMatch[] {
  const matches = list(field(rule, 'matches'))
  const [match] = matches
  const at = within(route.place, 'spec', 'rules', index)
  if (matches.length === 0)
    return [{ rule: index, at, path: '/', isPrefix: true, headers: [], written: '[]' }]
  const isUnknown =
    field(match, 'queryParams') !== undefined || headersOf(match).some(({ type }) => type !== 'Exact')
  const path = route.kind === kinds.grpcRoute ? grpcPath(match) : httpPath(match)
  if (matches.length > 1 || isUnknown || path === undefined) return []
  const written = headersOf(match).map(({ name, value }) => `${name}=${value}`)
  const headers = [...new Set(written.map(header => header.toLowerCase()))].sort()
  return [{ rule: index, at: within(at, 'matches', 0), ...path, headers, written: JSON.stringify(written) }]
}

function headersOf(
  match: unknown,
): readonly { readonly type: string; readonly name: string; readonly value: string }[] {
  return list(field(match, 'headers')).map(header => ({
    type: text(field(header, 'type')) ?? 'Exact',
    name: text(field(header, 'name')) ?? '',
    value: text(field(header, 'value')) ?? '',
  }))
}

type Path = Pick<RuleMatch, 'path' | 'isPrefix' | 'method'>

function httpPath(match: unknown): Path | undefined {
  const type = text(field(match, 'path', 'type')) ?? 'PathPrefix'
  const path = text(field(match, 'path', 'value')) ?? '/'
  const method = text(field(match, 'method'))
  if (type !== 'Exact' && type !== 'PathPrefix') return undefined
  return { path, isPrefix: type === 'PathPrefix', ...(method !== undefined && { method }) }
}

// Of a match without `method` the controller makes nothing at all.
function grpcPath(match: unknown): Path | undefined {
  const wanted = field(match, 'method')
  const [service, method] = [text(field(wanted, 'service')), text(field(wanted, 'method'))]
  if (wanted === undefined || (text(field(wanted, 'type')) ?? 'Exact') !== 'Exact') return undefined
  if (service === undefined) return method === undefined ? { path: '/', isPrefix: true } : undefined
  return { path: `/${service}/${method ?? ''}`, isPrefix: method === undefined }
}

/** True for what the controller takes for one rule of VPC Lattice; headers of another case or order make two of it, one of them hidden. */
export function isSameMatch(one: RuleMatch, other: RuleMatch): boolean {
  return one.written === other.written && covers(one, other) && covers(other, one)
}

/** True where whatever the second matches, the first does, wherever VPC Lattice may end a prefix: between segments or within. */
export function covers(one: RuleMatch, other: RuleMatch): boolean {
  const hasPath = one.isPrefix ? isBelow(one.path, other.path) : !other.isPrefix && one.path === other.path
  const hasMethod = one.method === undefined || one.method === other.method
  return hasPath && hasMethod && one.headers.every(header => other.headers.includes(header))
}

function isBelow(prefix: string, path: string): boolean {
  return path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`)
}
