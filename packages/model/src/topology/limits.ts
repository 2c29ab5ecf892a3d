import type { Problem } from '../finding.ts'
import { latticeServiceName } from '../lattice/names.ts'
import { keyOf as onKey, type Place, within } from '../source.ts'
import { imported, importedGroups, importName } from './imports.ts'
import type { Export, Model, Route, ServiceNetwork } from './model.ts'
import type { Quotas } from './types.ts'

/** What only the whole model shows: names that meet in Lattice or in a cluster, and AWS quotas. */
export function limitProblems(model: Model): readonly Problem[] {
  const { network, routes, exports } = model
  if (network === undefined) return []
  return [
    ...meeting(routes, serviceNameOf, route => within(route.at, 'name'), sameLatticeService),
    ...meeting(
      routes.filter(route => route.hostnames.length > 0),
      route => route.hostnames[0] ?? '',
      route => within(route.at, 'hostnames', 0),
      sameHostname,
    ),
    ...meeting(
      exports,
      one => `${one.cluster.name} ${one.service.namespace}/${one.name}`,
      one => one.at,
      sameExport,
    ),
    ...meeting(
      imported(routes),
      one => `${one.service.namespace}/${importName(one)}`,
      one => within(one.service.at, 'name'),
      sameImport,
    ),
    ...aliasesOverServices(model),
    ...routes.flatMap(route => routeQuotas(route, network.quotas)),
    ...regionQuotas(model, network),
  ]
}

/** Nothing where the two are one entry written twice, which is said elsewhere. */
type Said = Pick<Problem, 'check' | 'message'> | undefined

function meeting<T>(
  all: readonly T[],
  keyOf: (one: T) => string,
  placeOf: (one: T) => Place,
  say: (one: T, before: T) => Said,
): readonly Problem[] {
  if (new Set(all.map(keyOf)).size === all.length) return []
  const first = new Map<string, T>()
  return inFileOrder(all, placeOf).flatMap(one => {
    const before = first.get(keyOf(one))
    if (before === undefined) first.set(keyOf(one), one)
    const said = before === undefined ? undefined : say(one, before)
    if (before === undefined || said === undefined) return []
    return { ...said, at: placeOf(one), related: [{ at: placeOf(before), message: 'the other one' }] }
  })
}

// The model has an order of its own; people look for the second of two things further down.
function inFileOrder<T>(all: readonly T[], placeOf: (one: T) => Place): readonly T[] {
  const indexed = all.map(one => ({ one, index: Number(placeOf(one).path[1] ?? 0) }))
  return indexed.sort((a, b) => a.index - b.index).map(({ one }) => one)
}

function serviceNameOf(route: Route): string {
  return route.serviceName ?? latticeServiceName(route)
}

function routeText({ kind, namespace, name }: Route): string {
  return `${kind} ${namespace}/${name}`
}

function sameLatticeService(one: Route, before: Route): Said {
  if (routeText(one) === routeText(before)) return undefined
  const cut =
    (one.serviceName ?? before.serviceName) ? '' : ' (20 characters of the name, 18 of the namespace)'
  const message = `${routeText(one)} and ${routeText(before)} both give the Lattice service ${serviceNameOf(one)}${cut}; one of them would stay Conflicted`
  return { check: 'service-name-collision', message }
}

function sameHostname(one: Route, before: Route): Said {
  const message = `${routeText(one)} and ${routeText(before)} both have the custom domain ${one.hostnames[0]}; a service network knows each domain once`
  return { check: 'hostname-collision', message }
}

function sameExport(one: Export, before: Export): Said {
  if (one.service.name === before.service.name || one.alias || before.alias) return undefined
  const message = `services ${one.service.name} and ${before.service.name} would both be exported as ${one.service.namespace}/${one.name} in cluster ${one.cluster.name}`
  return { check: 'derived-name-conflict', message }
}

/** An alias Service must not take the place of a Service that a team runs. */
function aliasesOverServices({ exports, services }: Model): readonly Problem[] {
  const declared = new Map(services.map(service => [`${service.namespace}/${service.name}`, service]))
  return exports.flatMap(({ alias, name, service, cluster, at }) => {
    const other = declared.get(`${service.namespace}/${name}`)
    const meets = other?.runs.some(run => run.cluster === cluster)
    if (!alias || other === undefined || !meets) return []
    const message = `service ${name} runs in cluster ${cluster.name} under the name that a route's alias Service of ${service.name} would have there`
    const related = [{ at, message: `this use of ${service.name} needs the alias` }]
    return { check: 'derived-name-conflict', message, at: within(other.at, 'name'), related }
  })
}

function sameImport(one: Export, before: Export): Said {
  if (one.name === before.name && one.cluster === before.cluster) return undefined
  const message = `exports ${one.name} of ${one.cluster.name} and ${before.name} of ${before.cluster.name} would both be imported as ${one.service.namespace}/${importName(one)}`
  return { check: 'derived-name-conflict', message }
}

function routeQuotas(route: Route, quotas: Quotas): readonly Problem[] {
  const name = within(route.at, 'name')
  const groups = imported([route]).length + importedGroups([route]).length
  return [
    ...over(
      route.rules.length,
      quotas.rulesPerListener,
      'rulesPerListener',
      `route ${route.name} has {} rules`,
      onKey(within(route.at, 'rules')),
    ),
    ...over(
      groups,
      quotas.targetGroupsPerService,
      'targetGroupsPerService',
      `route ${route.name} leads to {} target groups`,
      name,
    ),
    ...over(
      route.listeners.length,
      quotas.listenersPerService,
      'listenersPerService',
      `route ${route.name} attaches to {} listeners`,
      name,
    ),
  ]
}

function regionQuotas(
  { routes, exports, clusters }: Model,
  { quotas, at }: ServiceNetwork,
): readonly Problem[] {
  const place = within(at, 'name')
  const vpcs = new Set(clusters.filter(one => one.role !== 'none').map(one => one.vpc)).size
  return [
    ...over(
      exports.length,
      quotas.targetGroupsPerRegion,
      'targetGroupsPerRegion',
      'all exports make {} target groups',
      place,
    ),
    ...over(
      routes.length,
      quotas.servicesPerRegion,
      'servicesPerRegion',
      'all routes make {} Lattice services',
      place,
    ),
    ...over(
      routes.filter(route => !route.standalone).length,
      quotas.servicesPerNetwork,
      'servicesPerNetwork',
      '{} Lattice services join the service network',
      place,
    ),
    ...over(vpcs, quotas.vpcsPerNetwork, 'vpcsPerNetwork', '{} VPCs join the service network', place),
  ]
}

function over(
  count: number,
  quota: number,
  name: keyof Quotas,
  words: string,
  at: Place,
): readonly Problem[] {
  if (count <= quota) return []
  const message = `${words.replace('{}', String(count))}; the quota is ${quota} (serviceNetwork.quotas.${name}, if AWS raised it for you)`
  return [{ check: 'quota-exceeded', message, at }]
}
