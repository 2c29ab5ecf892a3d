import type { Problem } from '../../finding.ts'
import { type Place, within } from '../../source.ts'
import type { Export, Port, Service } from '../model.ts'
import { finderOf } from './references.ts'
import { byText, type Resolved, resolved } from './resolved.ts'
import type { RouteTargets, Target } from './targets.ts'

/** The exports of all workload clusters, and which of them a route's targets are served by. */
export interface Exports {
  readonly all: readonly Export[]
  /** The exports of a service that serve a route, by cluster name. */
  serving(route: RouteTargets, service: Service): ReadonlyMap<string, Export>
}

interface Consumer {
  readonly route: RouteTargets
  readonly targets: readonly Target[]
}

interface Plan {
  readonly name: string
  readonly port: Port
  readonly alias: boolean
  readonly route?: RouteTargets
  readonly at: Place
}

/**
 * One export per consuming route, since a target group serves one Lattice service: the service's own name for the primary route,
 * `<service>-<route>` with an alias Service for each other one.
 */
export function resolveExports(
  services: readonly Service[],
  routes: readonly RouteTargets[],
): Resolved<Exports> {
  const all: Export[] = []
  const problems: Problem[] = []
  const served = new Map<RouteTargets, Map<Service, ReadonlyMap<string, Export>>>()
  const consumers = consumersOf(routes)
  for (const service of services) {
    const plans = planExports(service, consumers.get(service) ?? [])
    problems.push(...plans.problems)
    for (const plan of plans.value) {
      const made = exportsOf(service, plan)
      all.push(...made)
      if (plan.route === undefined) continue
      const ofRoute = served.get(plan.route) ?? new Map()
      served.set(plan.route, ofRoute.set(service, new Map(made.map(one => [one.cluster.name, one]))))
    }
  }
  const order = byText<Export>(
    one => one.cluster.name,
    one => one.service.namespace,
    one => one.name,
  )
  const serving: Exports['serving'] = (route, service) => served.get(route)?.get(service) ?? new Map()
  return resolved({ all: all.sort(order), serving }, problems)
}

/** Who uses each service, in an order of its own. */
function consumersOf(routes: readonly RouteTargets[]): ReadonlyMap<Service, readonly Consumer[]> {
  const order = byText<RouteTargets>(
    one => one.route.namespace,
    one => one.route.name,
    one => one.kind,
  )
  const consumers = new Map<Service, Consumer[]>()
  for (const route of [...routes].sort(order)) {
    const targets = route.rules.flatMap(rule => rule.targets)
    for (const service of new Set(targets.map(target => target.service))) {
      const own = { route, targets: targets.filter(target => target.service === service) }
      const before = consumers.get(service)
      if (before === undefined) consumers.set(service, [own])
      else before.push(own)
    }
  }
  return consumers
}

function planExports(service: Service, consumers: readonly Consumer[]): Resolved<readonly Plan[]> {
  const own = { name: service.name, alias: false, at: service.at }
  const [first] = consumers
  const chosen = choosePrimary(service, consumers)
  if (chosen.problems.length > 0) return resolved([], chosen.problems)
  if (first === undefined) return resolved([{ ...own, port: service.ports[0] }])
  const primary = chosen.value ?? first
  const plans = consumers.map(consumer =>
    consumer === primary ? { ...own, ...served(consumer) } : aliasOf(service, consumer),
  )
  const undecided = consumers.length > 1 && chosen.value === undefined
  const problems = undecided
    ? [undecidedPrimary(service, consumers)]
    : [...plans.flatMap(plan => aliasProblems(service, plan)), ...sameAlias(service, plans)]
  return resolved(plans, [...problems, ...consumers.flatMap(severalPorts)])
}

function choosePrimary(service: Service, consumers: readonly Consumer[]): Resolved<Consumer | undefined> {
  const { primaryRoute } = service
  if (primaryRoute === undefined) return resolved(undefined)
  const named = consumers.map(consumer => ({ ...consumer.route.route, at: consumer.route.at, consumer }))
  const found = finderOf('route', named)(primaryRoute, within(service.at, 'primaryRoute'))
  if (found.problems.some(problem => problem.check === 'unknown-reference'))
    return resolved(undefined, [notConsuming(service, consumers)])
  return resolved(found.value?.consumer, found.problems)
}

function served({ route, targets }: Consumer): { readonly route: RouteTargets; readonly port: Port } {
  const [target] = targets
  if (target === undefined) throw new Error('a consumer without a target')
  return { route, port: target.port }
}

function aliasOf(service: Service, consumer: Consumer): Plan {
  return {
    name: `${service.name}-${consumer.route.route.name}`,
    alias: true,
    at: consumer.targets[0]?.at ?? service.at,
    ...served(consumer),
  }
}

function exportsOf(service: Service, { name, port, alias, at }: Plan): readonly Export[] {
  if (port.protocol === 'TCP') return []
  return service.runs
    .filter(run => run.cluster.role === 'workload')
    .map(run => ({ name, service, cluster: run.cluster, port, alias, at }))
}

function undecidedPrimary(service: Service, consumers: readonly Consumer[]): Problem {
  const names = consumers.map(({ route }) => `${route.route.namespace}/${route.route.name}`)
  return {
    check: 'export-needs-primary-route',
    message: `routes ${names.join(' and ')} use service ${service.name}, but one export serves one route: set primaryRoute to one of them, the others get exports of their own`,
    at: within(service.at, 'name'),
    related: consumers.map(({ route, targets }) => ({
      at: targets[0]?.at ?? route.at,
      message: `used by ${route.route.name}`,
    })),
  }
}

function notConsuming(service: Service, consumers: readonly Consumer[]): Problem {
  const names = consumers.map(({ route }) => route.route.name).join(', ')
  const message = `primaryRoute ${service.primaryRoute} does not use service ${service.name}; ${names === '' ? 'no route does' : `these do: ${names}`}`
  return { check: 'unknown-reference', message, at: within(service.at, 'primaryRoute') }
}

function aliasProblems(service: Service, plan: Plan): readonly Problem[] {
  if (!plan.alias) return []
  const route = plan.route?.route.name
  const related = [{ at: plan.at, message: `used by ${route}` }]
  const at = within(service.at, 'name')
  if (service.selector === undefined) {
    const message = `service ${service.name} needs a selector: route ${route} gets the alias Service ${plan.name}, which must find the same Pods`
    return [{ check: 'export-needs-selector', message, at, related }]
  }
  if (plan.name.length <= 63) return []
  const message = `the alias Service ${plan.name} for route ${route} would have ${plan.name.length} characters; at most 63 are possible`
  return [{ check: 'impossible-name', message, at, related }]
}

// Two routes of one name in different namespaces.
function sameAlias(service: Service, plans: readonly Plan[]): readonly Problem[] {
  return plans.flatMap((plan, index) => {
    const before = plans.slice(0, index).find(one => one.name === plan.name)
    if (before === undefined) return []
    const message = `routes ${routeText(before)} and ${routeText(plan)} would both need the export ${plan.name} of service ${service.name}; rename one of them`
    return {
      check: 'derived-name-conflict',
      message,
      at: plan.at,
      related: [{ at: before.at, message: 'the other use' }],
    }
  })
}

function routeText({ route }: Plan): string {
  return route === undefined ? '' : `${route.route.namespace}/${route.route.name}`
}

function severalPorts({ route, targets }: Consumer): readonly Problem[] {
  const [first, ...others] = targets
  return others
    .filter(target => target.port !== first?.port)
    .map(target => ({
      check: 'beyond-controller',
      message: `route ${route.route.name} uses ports ${first?.port.port} and ${target.port.port} of service ${target.service.name}; an export offers one port, so declare the second as a service of its own`,
      at: target.at,
    }))
}
