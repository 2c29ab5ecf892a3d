import {
  type HeaderMatch,
  type Listener,
  type Place,
  type Problem,
  type Route,
  type Rule,
  within,
} from '@espalier/model'

/** Source: aws-application-networking-k8s@v2.1.3 pkg/gateway/model_build_rule.go; VPC Lattice API reference, CreateRule. */
export function refuseRoute(route: Route): readonly Problem[] {
  return [
    ...refuseHostnames(route),
    ...refuseShape(route),
    ...route.rules.flatMap(rule => refuseRule(route, rule)),
  ]
}

function problem(message: string, at: Place): Problem {
  return { check: 'beyond-controller', message, at }
}

function refuseHostnames({ kind, name, hostnames, listeners, at }: Route): readonly Problem[] {
  const place = within(at, 'hostnames')
  const [first, second] = hostnames
  if (first === undefined) {
    return kind === 'TLSRoute'
      ? [
          problem(
            `TLSRoute ${name} needs a host name: it is all that TLS passthrough can route by`,
            within(at, 'name'),
          ),
        ]
      : []
  }
  const apart = listeners.filter(listener => !meets(first, listener))
  return [
    ...(second === undefined
      ? []
      : [
          problem(
            `route ${name} has ${hostnames.length} host names; the controller serves ${first} and drops the others`,
            within(place, 1),
          ),
        ]),
    ...apart.map(listener =>
      problem(
        `host name ${first} is outside listener ${listener.name} (${listener.hostname}), so the route would not attach`,
        within(place, 0),
      ),
    ),
  ]
}

function meets(hostname: string, { hostname: allowed }: Listener): boolean {
  if (allowed === undefined || allowed === hostname) return true
  const covers = (pattern: string, name: string): boolean =>
    pattern.startsWith('*.') && name.endsWith(pattern.slice(1))
  return covers(allowed, hostname) || covers(hostname, allowed)
}

function refuseShape({ kind, name, rules, at }: Route): readonly Problem[] {
  if (kind === 'TLSRoute' && rules.length !== 1)
    return [
      problem(
        `TLSRoute ${name} has ${rules.length} rules; TLS passthrough knows exactly one`,
        within(at, 'rules'),
      ),
    ]
  if (rules.length > 16)
    return [
      problem(
        `route ${name} has ${rules.length} rules; the Gateway API takes at most 16`,
        within(at, 'rules'),
      ),
    ]
  return []
}

function refuseRule({ kind }: Route, { match, backends, at }: Rule): readonly Problem[] {
  const place = within(at, 'match')
  const { path, grpc, headers, queryParams } = match
  return [
    ...(backends.length > 10
      ? [
          problem(
            `this rule leads to ${backends.length} target groups; Lattice forwards to at most 10`,
            within(at, 'to'),
          ),
        ]
      : []),
    ...refusePath(path, within(place, 'path')),
    ...refuseGrpc(kind, grpc, headers, place),
    ...(queryParams.length > 0
      ? [
          problem(
            'Lattice cannot match query parameters; the whole route would fail',
            within(place, 'queryParams'),
          ),
        ]
      : []),
    ...(headers.length > 5
      ? [
          problem(
            `this rule matches ${headers.length} headers; Lattice takes at most 5`,
            within(place, 'headers'),
          ),
        ]
      : []),
    ...headers.flatMap((header, index) => refuseHeader(header, within(place, 'headers', index))),
  ]
}

function refusePath(path: Rule['match']['path'], at: Place): readonly Problem[] {
  if (path === undefined) return []
  if (path.type === 'RegularExpression')
    return [
      problem(
        'Lattice cannot match paths by regular expression; the whole route would fail',
        within(at, 'type'),
      ),
    ]
  if (path.value.length > 200)
    return [problem(`this path has ${path.value.length} characters; Lattice takes at most 200`, at)]
  const odd = path.value.match(/[^a-zA-Z0-9@:%_+.~/=-]/)?.[0]
  return odd === undefined ? [] : [problem(`Lattice takes no "${odd}" in a path`, at)]
}

function refuseGrpc(
  kind: Route['kind'],
  grpc: Rule['match']['grpc'],
  headers: readonly HeaderMatch[],
  at: Place,
): readonly Problem[] {
  if (kind !== 'GRPCRoute') return []
  if (grpc === undefined)
    return headers.length === 0
      ? []
      : [
          problem(
            'a gRPC rule that matches headers must name a service too: without one the controller crashes',
            at,
          ),
        ]
  const place = within(at, 'method')
  if (grpc.type === 'RegularExpression')
    return [
      problem(
        'Lattice cannot match gRPC methods by regular expression; the whole route would fail',
        within(place, 'type'),
      ),
    ]
  return grpc.service === undefined
    ? [problem('a gRPC method can be matched only together with its service', place)]
    : []
}

function refuseHeader({ type, name, value }: HeaderMatch, at: Place): readonly Problem[] {
  if (type === 'RegularExpression')
    return [
      problem(
        `Lattice cannot match header ${name} by regular expression; the whole route would fail`,
        within(at, 'type'),
      ),
    ]
  if (name.length > 100)
    return [
      problem(
        `this header name has ${name.length} characters; Lattice takes at most 100`,
        within(at, 'name'),
      ),
    ]
  return value.length > 200
    ? [
        problem(
          `this header value has ${value.length} characters; Lattice takes at most 200`,
          within(at, 'value'),
        ),
      ]
    : []
}
