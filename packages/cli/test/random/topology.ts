import type {
  BackendEntry,
  ClusterEntry,
  RouteEntry,
  RuleEntry,
  ServiceEntry,
  Topology,
} from '@espalier/model'
import fc from 'fast-check'
import { routeEntry } from './route.ts'

/** Valid topologies of 1 to 12 clusters and up to 40 services, with every route kind and every field that is rendered. */
export const topologies: fc.Arbitrary<Topology> = fc
  .record({
    clusters: fc.integer({ min: 1, max: 12 }),
    services: fc.integer({ min: 1, max: 40 }),
    routes: fc.integer({ min: 0, max: 25 }),
    dice: fc.infiniteStream(fc.nat(999)),
  })
  .map(({ clusters, services, routes, dice }) => build(clusters, services, routes, rollOf(dice)))

/** A whole number below a limit; the same stream gives the same topology. */
export type Roll = (below: number) => number

function rollOf(dice: Iterator<number>): Roll {
  return below => dice.next().value % below
}

const protocols = ['HTTP', 'HTTP', 'HTTPS', 'GRPC', 'TLS'] as const
const namespaces = ['default', 'shop', 'finance', 'team-a']

function build(clusterCount: number, serviceCount: number, routeCount: number, roll: Roll): Topology {
  const clusters = Array.from({ length: clusterCount }, (_, index) => clusterEntry(index, roll))
  const workloads = clusters.filter(cluster => cluster.role === 'workload')
  const count = workloads.length === 0 ? 0 : serviceCount
  const services = Array.from({ length: count }, (_, index) => serviceEntry(index, workloads, roll))
  const routes = Array.from({ length: count === 0 ? 0 : routeCount }, (_, index) =>
    routeEntry(index, services, roll),
  )
  return {
    apiVersion: 'espalier.dev/v1',
    kind: 'Topology',
    name: 'random',
    gitops: {
      ...engineOf(roll),
      repository: 'https://github.com/acme/fleet',
      ...(roll(2) === 0 ? { path: 'deploy/fleet' } : {}),
      ...(roll(3) === 0 ? { onRemoval: 'delete' as const } : {}),
    },
    aws: { account: '012345678901', region: 'eu-west-1' },
    serviceNetwork: {
      name: 'mesh',
      namespace: roll(2) === 0 ? 'mesh-system' : 'default',
      listeners: [
        { name: 'http', protocol: 'HTTP', port: 80 },
        { name: 'https', protocol: 'HTTPS', port: 443 },
        { name: 'tls', protocol: 'TLS', port: 8443 },
      ],
      ...(roll(2) === 0
        ? { accessLogs: ['arn:aws:s3:::logs', 'arn:aws:logs:eu-west-1:012345678901:log-group:lattice'] }
        : {}),
      ...(roll(3) === 0 ? { auth: { policyFile: 'network.json' } } : {}),
      ...(roll(3) === 0 && !clusters.some(cluster => cluster.replaces) ? { create: true } : {}),
      quotas: { targetGroupsPerService: 1000, targetGroupsPerRegion: 100_000 },
    },
    clusters,
    services: services.map(service => withPrimary(service, routes)),
    routes,
    namespaces: [
      { name: 'extra', labels: { team: 'x' } },
      { name: 'finance', clusters: ['c0'], external: true },
    ],
  }
}

function engineOf(roll: Roll): Pick<Topology['gitops'], 'engine' | 'argocd' | 'flux'> {
  if (roll(2) === 0) return { engine: 'argocd', argocd: { cluster: roll(3) === 0 ? 'each' : 'c0' } }
  return { engine: 'flux', ...(roll(2) === 0 ? { flux: { entry: 'bootstrap/{cluster}' } } : {}) }
}

function clusterEntry(index: number, roll: Roll): ClusterEntry {
  const heir = index === 1 && roll(4) === 0
  const role = index === 0 || heir ? 'config' : roll(12) === 0 ? undefined : 'workload'
  return {
    name: `c${index}`,
    ...(role === undefined ? {} : { role }),
    aws: { vpc: `vpc-0000000${index.toString(16)}` },
    labels: { env: roll(2) === 0 ? 'prod' : 'test' },
    ...(roll(4) === 0 ? { eks: { name: `eks-${index}` } } : {}),
    ...(heir ? { replaces: 'c0', association: { securityGroups: ['sg-00000001'] } } : {}),
    ...(roll(4) === 0 && !heir ? { association: 'controller' as const } : {}),
    ...(roll(4) === 0 ? { destination: { server: `https://c${index}.acme.example` } } : {}),
    ...(roll(6) === 0
      ? {
          controller: {
            version: 'v2.1.2',
            webhook: 'cert-manager' as const,
            values: { deployment: { replicas: 3 } },
          },
        }
      : {}),
  }
}

function serviceEntry(index: number, workloads: readonly ClusterEntry[], roll: Roll): ServiceEntry {
  const start = roll(workloads.length)
  const uses = workloads.slice(start, start + 1 + roll(3))
  const protocol = protocols[roll(protocols.length)] ?? 'HTTP'
  return {
    name: `s${index}`,
    namespace: namespaces[roll(namespaces.length)] ?? 'default',
    // The first takes traffic, so that no rule is left without any.
    clusters: uses.map(({ name }, at) =>
      at === 0 ? name : { name, traffic: (['active', 'drained', 'none'] as const)[roll(3)] ?? 'active' },
    ),
    ...(roll(2) === 0
      ? { port: 80 + roll(9), targetPort: 8080, protocol }
      : {
          ports: [
            { name: 'main', port: 80, protocol },
            { name: 'admin', port: 9090, targetPort: 'admin', protocol },
          ],
        }),
    selector: { app: `s${index}` },
    ...(roll(4) === 0 ? { source: `apps/s${index}/{cluster}` } : {}),
    ...(roll(4) === 0 ? { healthCheck: { path: '/up', intervalSeconds: 20 } } : {}),
  }
}

function withPrimary(service: ServiceEntry, routes: readonly RouteEntry[]): ServiceEntry {
  const reference = `${service.namespace}/${service.name}`
  const users = routes.filter(route =>
    route.rules.some(rule => targetsOf(rule).some(target => target.service === reference)),
  )
  const [first] = users
  return first === undefined || users.length === 1
    ? service
    : { ...service, primaryRoute: `${first.namespace}/${first.name}` }
}

/** The targets of a rule in their long form. */
export function targetsOf({ to }: RuleEntry): readonly BackendEntry[] {
  return [to].flat().map(one => (typeof one === 'string' ? { service: one } : one)) as readonly BackendEntry[]
}
