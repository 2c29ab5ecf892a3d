import { importedGroups, type Problem, type Route, type ServiceNetwork, within } from '@espalier/model'
import { refuseAccessLogs } from './refuse-network.ts'
import { ownerOf } from './routes.ts'

/** What goes beside a route. Source: aws-application-networking-k8s@v2.1.3 pkg/controllers, pkg/k8s/utils.go. */
export function refusePolicies(route: Route, network: ServiceNetwork): readonly Problem[] {
  const { kind, name, auth, accessLogs, takeoverFrom, at } = route
  const problems = [...refuseAccessLogs(accessLogs, 'a route', within(at, 'accessLogs'))]
  const refuse = (field: string, message: string): unknown =>
    problems.push({ check: 'beyond-controller', message, at: within(at, field) })
  if (kind === 'TLSRoute' && auth !== undefined)
    refuse(
      'auth',
      `TLSRoute ${name} cannot have an auth policy: the controller takes those of HTTPRoutes and GRPCRoutes only`,
    )
  if (kind === 'TLSRoute' && accessLogs.length > 0)
    refuse(
      'accessLogs',
      `TLSRoute ${name} cannot have access logs of its own: the controller takes those of HTTPRoutes and GRPCRoutes only`,
    )
  if (takeoverFrom === ownerOf(network.config))
    refuse(
      'takeoverFrom',
      `${takeoverFrom} is the controller of ${network.config.name} itself; name the owner the service is to be taken from`,
    )
  return problems
}

/** A target group serves one Lattice service, and only in its own region and account. */
export function refuseTargetGroups(routes: readonly Route[], { config }: ServiceNetwork): readonly Problem[] {
  const users = new Map<string, Route>()
  return routes.flatMap(route =>
    importedGroups([route]).flatMap(({ arn, at }): readonly Problem[] => {
      const [, , , region, account] = arn.split(':')
      const before = users.get(arn)
      users.set(arn, before ?? route)
      if (region !== config.region || account !== config.account) {
        return [
          {
            check: 'beyond-controller',
            message: `the target group is in account ${account} and region ${region}, the service network in ${config.account} and ${config.region}`,
            at,
          },
        ]
      }
      if (before === undefined) return []
      const message = `routes ${before.name} and ${route.name} both lead to this target group; one target group serves one Lattice service`
      return [{ check: 'beyond-controller', message, at, related: [{ at: before.at, message: before.name }] }]
    }),
  )
}
