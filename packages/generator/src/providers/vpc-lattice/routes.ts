import { type Backend, importName, type Match, type Route, type ServiceNetwork } from '@espalier/model'
import {
  GRPCRoute,
  type IGRPCRoute,
} from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/GRPCRoute'
import {
  HTTPRoute,
  type IHTTPRoute,
} from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute'
import { TLSRoute } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/TLSRoute'
import type { Rendered } from '../../placed.ts'
import { typed } from '../../typed.ts'
import { gatewayGroup, latticeGroup } from './kinds.ts'

type HttpRule = NonNullable<NonNullable<IHTTPRoute['spec']>['rules']>[number]
type HttpMatch = NonNullable<HttpRule['matches']>[number]
type GrpcRule = NonNullable<NonNullable<IGRPCRoute['spec']>['rules']>[number]

/** A route with every default of its API written out, so that no engine sees a difference for ever. */
export function routeObject(route: Route, network: ServiceNetwork): Rendered {
  return { object: typed(builders[route.kind](route, network)), from: route.at }
}

const builders: Readonly<
  Record<Route['kind'], (route: Route, network: ServiceNetwork) => { toJSON(): unknown }>
> = {
  HTTPRoute: (route, network) =>
    new HTTPRoute({
      ...common(route),
      spec: { ...attached(route, network), rules: route.rules.map(httpRule) },
    }),
  GRPCRoute: (route, network) =>
    new GRPCRoute({
      ...common(route),
      spec: { ...attached(route, network), rules: route.rules.map(grpcRule) },
    }),
  TLSRoute: (route, network) =>
    new TLSRoute({
      ...common(route),
      spec: {
        ...attached(route, network),
        hostnames: [...route.hostnames],
        rules: route.rules.map(rule => ({ backendRefs: rule.backends.map(backendRef) })),
      },
    }),
}

function common({ name, namespace }: Route): { metadata: { name: string; namespace: string } } {
  return { metadata: { name, namespace } }
}

interface ParentRef {
  readonly group: string
  readonly kind: string
  readonly name: string
  readonly namespace: string
  readonly sectionName: string
}

function attached(route: Route, network: ServiceNetwork): { parentRefs: ParentRef[]; hostnames?: string[] } {
  const { name, namespace } = network
  const parentRefs = route.listeners.map(listener => ({
    group: gatewayGroup,
    kind: 'Gateway',
    name,
    namespace,
    sectionName: listener.name,
  }))
  return route.hostnames.length === 0 ? { parentRefs } : { parentRefs, hostnames: [...route.hostnames] }
}

interface BackendRef {
  readonly group: string
  readonly kind: string
  readonly name: string
  readonly namespace: string
  readonly weight: number
}

function backendRef({ export: one, weight }: Backend): BackendRef {
  return {
    group: latticeGroup,
    kind: 'ServiceImport',
    name: importName(one),
    namespace: one.service.namespace,
    weight,
  }
}

function httpRule({ match, backends }: Route['rules'][number]): HttpRule {
  return { matches: [httpMatch(match)], backendRefs: backends.map(backendRef) }
}

function httpMatch({ path, method, headers }: Match): HttpMatch {
  return {
    path: { type: path?.type ?? 'PathPrefix', value: path?.value ?? '/' },
    ...(method === undefined ? {} : { method }),
    ...headersOf(headers),
  }
}

// A match without a method crashes the controller, so the rule for everything has no match at all.
function grpcRule({ match: { grpc, headers }, backends }: Route['rules'][number]): GrpcRule {
  const backendRefs = backends.map(backendRef)
  if (grpc === undefined) return { backendRefs }
  const { service, method } = grpc
  const wanted = {
    type: 'Exact' as const,
    ...(service === undefined ? {} : { service }),
    ...(method === undefined ? {} : { method }),
  }
  return { matches: [{ method: wanted, ...headersOf(headers) }], backendRefs }
}

type ExactHeader = { readonly type: 'Exact'; readonly name: string; readonly value: string }

function headersOf(headers: Match['headers']): { headers?: ExactHeader[] } {
  if (headers.length === 0) return {}
  const exact = headers.map(({ name, value }) => ({ type: 'Exact' as const, name, value }))
  return { headers: exact.sort((a, b) => (a.name < b.name ? -1 : 1)) }
}
