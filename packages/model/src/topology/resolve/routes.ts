import type { Problem } from '../../finding.ts'
import { type Place, within } from '../../source.ts'
import type { Backend, Listener, Match, Route, Rule, ServiceNetwork } from '../model.ts'
import type { MatchEntry, RouteKind } from '../types.ts'
import type { Exports } from './exports.ts'
import { type ReadFile, resolvePolicyFile } from './policy-file.ts'
import { finderOf } from './references.ts'
import { byText, collect, type Resolved, resolved } from './resolved.ts'
import { compareMatches, matchText } from './specificity.ts'
import type { RouteTargets, RuleTargets } from './targets.ts'
import { resolveWeights } from './weights.ts'

/** The routes with their listeners, their rules in order of precedence and the weights of every backend. */
export function resolveRoutes(
  targets: readonly RouteTargets[],
  exports: Exports,
  network: ServiceNetwork | undefined,
  read: ReadFile,
): Resolved<readonly Route[]> {
  const { value, problems } = collect(targets.map(route => resolveRoute(route, exports, network, read)))
  return resolved(
    [...value].sort(
      byText(
        one => one.namespace,
        one => one.name,
        one => one.kind,
      ),
    ),
    problems,
  )
}

function resolveRoute(
  targets: RouteTargets,
  exports: Exports,
  network: ServiceNetwork | undefined,
  read: ReadFile,
): Resolved<Route> {
  const { route, kind, at } = targets
  const listeners = network === undefined ? resolved([]) : resolveListeners(targets, network)
  const rules = collect(targets.rules.map(rule => resolveRule(rule, targets, exports)))
  const file = route.auth?.policyFile
  const auth =
    file === undefined ? resolved(undefined) : resolvePolicyFile(file, read, within(at, 'auth', 'policyFile'))
  const sorted = [...rules.value].sort((a, b) => compareMatches(a.match, b.match))
  return resolved(
    {
      namespace: route.namespace,
      name: route.name,
      kind,
      listeners: listeners.value,
      hostnames: route.hostnames ?? [],
      rules: sorted,
      ...(auth.value === undefined ? {} : { auth: auth.value }),
      accessLogs: [...(route.accessLogs ?? [])].sort(),
      ...(route.takeoverFrom === undefined ? {} : { takeoverFrom: route.takeoverFrom }),
      ...(route.serviceName === undefined ? {} : { serviceName: route.serviceName }),
      standalone: route.standalone ?? false,
      tags: route.tags ?? {},
      at,
    },
    [
      ...auth.problems,
      ...listeners.problems,
      ...rules.problems,
      ...(kind === 'TLSRoute' ? [] : sameMatches(sorted)),
    ],
  )
}

const named: Readonly<Record<RouteKind, string>> = {
  HTTPRoute: 'an HTTPRoute',
  GRPCRoute: 'a GRPCRoute',
  TLSRoute: 'a TLSRoute',
}

const fitting: Readonly<Record<RouteKind, readonly Listener['protocol'][]>> = {
  HTTPRoute: ['HTTP', 'HTTPS'],
  GRPCRoute: ['HTTPS'],
  TLSRoute: ['TLS'],
}

function resolveListeners(
  { route, kind, at }: RouteTargets,
  network: ServiceNetwork,
): Resolved<readonly Listener[]> {
  const fits = ({ protocol }: Listener): boolean => fitting[kind].includes(protocol)
  const words = `${named[kind]} needs a listener of protocol ${fitting[kind].join(' or ')}`
  if (route.listeners === undefined) {
    const found = network.listeners.filter(fits)
    if (found.length > 0) return resolved(found)
    const message = `${words}; the service network has none`
    return resolved([], [{ check: 'no-fitting-listener', message, at: within(at, 'name') }])
  }
  const known = network.listeners.map(listener => ({ ...listener, namespace: network.name }))
  const findListener = finderOf('listener', known)
  const { value, problems } = collect(
    route.listeners.map((name, index): Resolved<Listener | undefined> => {
      const place = within(at, 'listeners', index)
      const found = findListener(name, place)
      const listener = network.listeners.find(one => one.name === found.value?.name)
      if (listener === undefined || fits(listener)) return resolved(listener, found.problems)
      const message = `${words}; ${name} is ${listener.protocol}`
      return resolved(undefined, [
        {
          check: 'no-fitting-listener',
          message,
          at: place,
          related: [{ at: listener.at, message: `listener ${name}` }],
        },
      ])
    }),
  )
  const listeners = value.flatMap(one => (one === undefined ? [] : [one]))
  return resolved([...new Set(listeners)].sort(byText(one => one.name)), problems)
}

function resolveRule(targets: RuleTargets, route: RouteTargets, exports: Exports): Resolved<Rule> {
  const { rule, whole, at } = targets
  const match = resolveMatch(route.kind, rule.match, within(at, 'match'))
  const weights = resolveWeights(targets.targets, targets.groups, within(at, 'to'))
  const backends = weights.value.shares.flatMap(({ target, run, weight }): readonly Backend[] => {
    const found = exports.serving(route, target.service).get(run.cluster.name)
    return found === undefined ? [] : [{ export: found, weight, at: target.at }]
  })
  const groups = weights.value.groups.map(({ arn, weight, at: place }): Backend => {
    const name = arn.slice(arn.lastIndexOf('/') + 1)
    return { targetGroup: { name, namespace: route.route.namespace, arn }, weight, at: place }
  })
  const value = { match: match.value, backends: [...backends, ...groups], at }
  return resolved(value, [...match.problems, ...(whole ? weights.problems : [])])
}

function resolveMatch(kind: RouteKind, match: MatchEntry = {}, at: Place): Resolved<Match> {
  const { path, method, headers = [], queryParams = [] } = match
  const grpc = typeof method === 'object' ? method : undefined
  const verb = typeof method === 'string' ? method : undefined
  const bare = Object.keys(match).length === 0
  const value: Match = {
    ...(kind === 'HTTPRoute'
      ? {
          path:
            typeof path === 'object'
              ? { type: 'PathPrefix', ...path }
              : { type: 'PathPrefix', value: path ?? '/' },
        }
      : {}),
    ...(verb === undefined ? {} : { method: verb }),
    ...(grpc === undefined ? {} : { grpc }),
    headers,
    queryParams,
  }
  const wrong = {
    HTTPRoute: grpc && 'method',
    GRPCRoute: (path && 'path') ?? (verb && 'method'),
    TLSRoute: bare ? undefined : 'match',
  }[kind]
  if (wrong === undefined) return resolved(value)
  const words = {
    HTTPRoute: 'method is an HTTP method such as GET',
    GRPCRoute: 'method is {service, method} and there is no path',
    TLSRoute: 'there is nothing to match but the host name',
  }
  const message = `in ${named[kind]}, ${words[kind]}`
  return resolved(value, [{ check: 'wrong-value', message, at: wrong === 'match' ? at : within(at, wrong) }])
}

function sameMatches(rules: readonly Rule[]): readonly Problem[] {
  return rules.flatMap((rule, index) => {
    const before = rules[index - 1]
    if (before === undefined || matchText(before.match) !== matchText(rule.match)) return []
    const message = 'two rules of this route match the same requests; the controller would keep one of them'
    return {
      check: 'duplicate-match',
      message,
      at: rule.at,
      related: [{ at: before.at, message: 'the other one' }],
    }
  })
}
