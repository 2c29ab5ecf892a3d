import {
  type Backend,
  type Cluster,
  importOf,
  type Match,
  type Route,
  type ServiceNetwork,
} from '@espalier/model'
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
import { gatewayGroup, latticeGroup, latticeKey } from './kinds.ts'

type HttpRule = NonNullable<NonNullable<IHTTPRoute['spec']>['rules']>[number]
type HttpMatch = NonNullable<HttpRule['matches']>[number]
type GrpcRule = NonNullable<NonNullable<IGRPCRoute['spec']>['rules']>[number]

/** A route with every default of its API written out, so that no engine sees a difference for ever. */
export function routeObject(route: Route, network: ServiceNetwork, cluster: Cluster): Rendered {
  const object = typed(builders[route.kind](route, network))
  const annotations = routeAnnotations(route, network, cluster)
  return { object: { ...object, metadata: { ...object.metadata, annotations } }, from: route.at }
}

function routeAnnotations(
  route: Route,
  { config, replaced }: ServiceNetwork,
  cluster: Cluster,
): Record<string, string> {
  const { serviceName, standalone, tags, takeoverFrom } = route
  // Only one of two config clusters may take services over, or they would take them from each other for ever.
  const owner = takeoverFrom ?? (replaced && ownerOf(replaced))
  return {
    ...(serviceName === undefined ? {} : { [latticeKey('service-name-override')]: serviceName }),
    ...(standalone ? { [latticeKey('standalone')]: 'true' } : {}),
    ...(owner === undefined || cluster !== config ? {} : { [latticeKey('allow-takeover-from')]: owner }),
    ...(Object.keys(tags).length === 0 ? {} : { [latticeKey('tags')]: tagText(tags) }),
  }
}

/** How the controller signs what it made. Source: aws-application-networking-k8s@v2.1.3 pkg/aws/cloud.go. */
export function ownerOf({ account, eksName, vpc }: Cluster): string {
  return `${account}/${eksName}/${vpc}`
}

function tagText(tags: Route['tags']): string {
  return Object.entries(tags)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(',')
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

function backendRef(backend: Backend): BackendRef {
  const { name, namespace } = importOf(backend)
  return { group: latticeGroup, kind: 'ServiceImport', name, namespace, weight: backend.weight }
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
  return { headers: exact.sort((a, b) => compare(a.name, b.name) || compare(a.value, b.value)) }
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
