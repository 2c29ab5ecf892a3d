import {
  latticeServiceName,
  type Model,
  type Place,
  type Problem,
  type Related,
  type Route,
  within,
} from '@espalier/model'
import { type KeptRoute, keptRoutes } from './kept-routes.ts'

/**
 * What a Lattice service has from when it was made, and its route would have otherwise now: the name by which the controller finds it, and
 * the custom domain. Source: aws-application-networking-k8s@v2.1.3 pkg/deploy/lattice/service_manager.go.
 */
export function keptServices(before: Model, after: Model): readonly Problem[] {
  return keptRoutes(before, after).flatMap(pair => renamed(pair) ?? moved(pair) ?? [])
}

function renamed({ before, after }: KeptRoute): Problem | undefined {
  const [old, now] = [serviceNameOf(before), serviceNameOf(after)]
  if (old === now) return undefined
  return {
    check: 'service-name-stays',
    message: `${titleOf(after)} names its Lattice service ${now} now, but the one that is there is ${old} and cannot be renamed`,
    at: after.serviceName === undefined ? after.at : within(after.at, 'serviceName'),
    related: formerly(old, before.serviceName === undefined ? before.at : within(before.at, 'serviceName')),
  }
}

function moved({ before, after }: KeptRoute): Problem | undefined {
  const [[old], [now]] = [before.hostnames, after.hostnames]
  if (old === now) return undefined
  const wish = now === undefined ? 'has no custom domain any more' : `has the custom domain ${now} now`
  const fact = old === undefined ? 'was made without one' : `was made for ${old}`
  return {
    check: 'custom-domain-stays',
    message: `${titleOf(after)} ${wish}, but its Lattice service ${fact} and stays so`,
    at: domainIn(after),
    related: formerly(old ?? 'without a custom domain', domainIn(before)),
  }
}

function domainIn({ hostnames, at }: Route): Place {
  return hostnames.length === 0 ? at : within(at, 'hostnames', 0)
}

function formerly(what: string, at: Place): readonly Related[] {
  return [{ at, message: `${what} before` }]
}

function serviceNameOf(route: Route): string {
  return route.serviceName ?? latticeServiceName(route)
}

function titleOf({ kind, namespace, name }: Route): string {
  return `${kind} ${namespace}/${name}`
}
