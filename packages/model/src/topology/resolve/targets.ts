import type { Problem } from '../../finding.ts'
import { type Place, within } from '../../source.ts'
import type { Cluster, Port, Service } from '../model.ts'
import type { BackendEntry, RouteEntry, RouteKind, RuleEntry } from '../types.ts'
import { type Entry, routeEntries, type Written } from '../written.ts'
import { clusterFinder, finderOf } from './references.ts'
import { collect, type Resolved, resolved } from './resolved.ts'

/** One entry of a rule's `to` with its references followed. */
export interface Target {
  readonly service: Service
  readonly port: Port
  /** Absent: every cluster that runs the service and takes traffic. */
  readonly cluster?: Cluster
  readonly weight: number
  readonly at: Place
}

/** An entry of `to` that names a target group outside the topology's clusters. */
export interface GroupTarget {
  readonly arn: string
  readonly weight: number
  readonly at: Place
}

export interface RuleTargets {
  readonly rule: RuleEntry
  readonly targets: readonly Target[]
  readonly groups: readonly GroupTarget[]
  /** False where a reference led nowhere: what the targets add up to is then not worth judging. */
  readonly whole: boolean
  readonly at: Place
}

export interface RouteTargets {
  readonly route: RouteEntry
  readonly kind: RouteKind
  readonly rules: readonly RuleTargets[]
  readonly at: Place
}

/** Follows what every rule of every route points to. */
export function resolveTargets(
  written: Written,
  clusters: readonly Cluster[],
  services: readonly Service[],
): Resolved<readonly RouteTargets[]> {
  const findCluster = clusterFinder(clusters)
  const findService = finderOf('service', services)
  return collect(
    routeEntries(written).map(({ value: route, at }) => {
      const kind = route.kind ?? 'HTTPRoute'
      const rules = collect(route.rules.map((rule, index) => resolveRule(rule, within(at, 'rules', index))))
      return resolved({ route, kind, rules: rules.value, at }, [
        ...rules.problems,
        ...wrongProtocols(kind, rules.value),
      ])
    }),
  )

  function resolveRule(rule: RuleEntry, at: Place): Resolved<RuleTargets> {
    const entries = toEntries(rule, at)
    const { value, problems } = collect(
      entries.filter(one => one.value.targetGroup === undefined).map(resolveTarget),
    )
    const groups = collect(entries.map(resolveGroup))
    const targets = value.flatMap(target => (target === undefined ? [] : [target]))
    const all = [...problems, ...groups.problems]
    const found = groups.value.flatMap(group => (group === undefined ? [] : [group]))
    return resolved({ rule, targets, groups: found, whole: all.length === 0, at }, all)
  }

  function resolveTarget({ value, at }: Entry<BackendEntry>): Resolved<Target | undefined> {
    if (value.service === undefined) return resolved(undefined, [missingService(at)])
    const bare = at.path.at(-1) === 'service'
    const service = findService(value.service, at)
    const spot = (field: string): Place => within(bare ? { ...at, path: at.path.slice(0, -1) } : at, field)
    const cluster =
      value.cluster === undefined ? resolved(undefined) : findCluster(value.cluster, spot('cluster'))
    const port =
      service.value === undefined ? resolved(undefined) : findPort(service.value, value.port, spot('port'))
    const problems = [...service.problems, ...cluster.problems, ...port.problems]
    if (service.value === undefined || port.value === undefined || cluster.problems.length > 0)
      return resolved(undefined, problems)
    const base = { service: service.value, port: port.value, weight: value.weight ?? 1, at }
    return resolved(cluster.value === undefined ? base : { ...base, cluster: cluster.value }, problems)
  }
}

function resolveGroup({ value, at }: Entry<BackendEntry>): Resolved<GroupTarget | undefined> {
  const { targetGroup: arn, weight = 1, ...others } = value
  if (arn === undefined) return resolved(undefined)
  const [odd] = Object.keys(others)
  if (odd === undefined) return resolved({ arn, weight, at })
  const message = `a target group has no ${odd}: it is known by its ARN alone`
  return resolved(undefined, [{ check: 'wrong-value', message, at }])
}

// The place of an entry is where its service is named: that is what every message about it is about.
function toEntries({ to }: RuleEntry, at: Place): readonly Entry<BackendEntry>[] {
  const place = within(at, 'to')
  const entry = (one: string | BackendEntry, here: Place): Entry<BackendEntry> =>
    typeof one === 'string'
      ? { value: { service: one }, at: here }
      : { value: one, at: one.service === undefined ? here : within(here, 'service') }
  if (typeof to === 'string' || !isList(to)) return [entry(to, place)]
  return to.map((one, index) => entry(one, within(place, index)))
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value)
}

function missingService(at: Place): Problem {
  return { check: 'missing-field', message: 'to names no service', at }
}

function findPort(
  service: Service,
  wanted: number | string | undefined,
  at: Place,
): Resolved<Port | undefined> {
  if (wanted === undefined) return resolved(service.ports[0])
  const port = service.ports.find(one => one.port === wanted || one.name === wanted)
  if (port !== undefined) return resolved(port)
  const known = service.ports.map(one => one.name ?? one.port).join(', ')
  const message = `service ${service.name} has no port ${wanted}; it has ${known}`
  return resolved(undefined, [{ check: 'unknown-reference', message, at }])
}

const fitting: Readonly<Record<RouteKind, readonly string[]>> = {
  HTTPRoute: ['HTTP', 'HTTPS'],
  GRPCRoute: ['GRPC'],
  TLSRoute: ['TLS'],
}

function wrongProtocols(kind: RouteKind, rules: readonly RuleTargets[]): readonly Problem[] {
  return rules
    .flatMap(rule => rule.targets)
    .filter(({ port }) => !fitting[kind].includes(port.protocol))
    .map(({ service, port, at }) => ({
      check: 'protocol-mismatch',
      message: `${kind} cannot lead to service ${service.name}: its port ${port.port} speaks ${port.protocol}, not ${fitting[kind].join(' or ')}`,
      at,
      related: [{ at: service.at, message: `service ${service.name}` }],
    }))
}
