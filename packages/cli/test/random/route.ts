import type { BackendEntry, MatchEntry, RouteEntry, RuleEntry, ServiceEntry } from '@espalier/model'
import type { Roll } from './topology.ts'

const kinds = {
  HTTP: 'HTTPRoute',
  HTTPS: 'HTTPRoute',
  GRPC: 'GRPCRoute',
  TLS: 'TLSRoute',
  TCP: 'TLSRoute',
} as const

/** A route of the kind that some service needs, to services of that protocol. */
export function routeEntry(index: number, services: readonly ServiceEntry[], roll: Roll): RouteEntry {
  const protocol = protocolOf(services[roll(services.length)])
  const kind = kinds[protocol]
  const fitting = services.filter(service => kinds[protocolOf(service)] === kind)
  const rules = kind === 'TLSRoute' ? 1 : 1 + roll(4)
  return {
    name: `r${index}-${'long-name-'.repeat(roll(4))}x`,
    namespace: ['default', 'shop', 'edge'][roll(3)] ?? 'default',
    ...(kind === 'HTTPRoute' && roll(2) === 0 ? {} : { kind }),
    ...(kind === 'HTTPRoute' && roll(2) === 0 ? { listeners: ['http'] } : {}),
    ...(kind === 'TLSRoute' || roll(3) === 0 ? { hostnames: [`r${index}.acme.example`] } : {}),
    ...extrasOf(index, kind, roll),
    rules: Array.from({ length: rules }, (_, at) => ruleEntry(index, at, kind, fitting, roll)),
  }
}

function extrasOf(index: number, kind: string, roll: Roll): Partial<RouteEntry> {
  const policies =
    kind === 'TLSRoute' ? {} : { auth: { policyFile: 'route.json' }, accessLogs: ['arn:aws:s3:::route-logs'] }
  return {
    ...(roll(4) === 0 ? policies : {}),
    ...(roll(4) === 0 ? { serviceName: `service-${index}` } : {}),
    ...(roll(4) === 0 ? { standalone: true } : {}),
    ...(roll(4) === 0 ? { tags: { team: 'a b', tier: '1' } } : {}),
    ...(roll(4) === 0 ? { takeoverFrom: '012345678901/old/vpc-0000000f' } : {}),
  }
}

function protocolOf(service: ServiceEntry | undefined): keyof typeof kinds {
  return service?.ports?.[0]?.protocol ?? service?.protocol ?? 'HTTP'
}

/** A target group serves one Lattice service, so every rule of every route has its own. */
function groupOf(route: number, rule: number): string {
  return `arn:aws:vpc-lattice:eu-west-1:012345678901:targetgroup/tg-${String(route * 100 + rule).padStart(17, '0')}`
}

function ruleEntry(
  routeIndex: number,
  at: number,
  kind: string,
  services: readonly ServiceEntry[],
  roll: Roll,
): RuleEntry {
  const start = roll(services.length)
  const targets = services.slice(start, start + 1 + roll(3)).map(service => targetOf(service, roll))
  const [first] = targets
  if (first === undefined) throw new Error('no service fits')
  const match = kind === 'TLSRoute' ? {} : { match: matchEntry(at, kind, roll) }
  if (targets.length === 1 && roll(2) === 0) return { ...match, to: first.service ?? '' }
  return {
    ...match,
    to:
      kind === 'HTTPRoute' && roll(6) === 0
        ? [...targets, { targetGroup: groupOf(routeIndex, at), weight: 3 }]
        : targets,
  }
}

function targetOf({ namespace, name, clusters }: ServiceEntry, roll: Roll): BackendEntry {
  const [first] = 'matchLabels' in clusters ? [] : clusters
  const service = `${namespace}/${name}`
  if (typeof first === 'string' && roll(3) === 0) return { service, cluster: first, weight: 1 + roll(9) }
  return roll(2) === 0 ? { service } : { service, weight: 1 + roll(9) }
}

function matchEntry(at: number, kind: string, roll: Roll): MatchEntry {
  const headers =
    roll(3) === 0
      ? {
          headers: [
            { name: 'x-tenant', value: `t${roll(9)}` },
            { name: 'x-a', value: 'on' },
          ],
        }
      : {}
  if (kind === 'GRPCRoute')
    return { method: { service: `acme.v1.S${at}`, ...(roll(2) === 0 ? { method: 'Get' } : {}) }, ...headers }
  const path = roll(2) === 0 ? `/p${at}` : { type: 'Exact' as const, value: `/p${at}/${'x'.repeat(roll(5))}` }
  return { path, ...(roll(3) === 0 ? { method: 'POST' as const } : {}), ...headers }
}
