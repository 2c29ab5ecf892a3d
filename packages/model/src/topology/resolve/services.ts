import type { Problem } from '../../finding.ts'
import { within } from '../../source.ts'
import { defaults } from '../defaults.ts'
import type { Cluster, Port, Run, Service, TeamSource } from '../model.ts'
import type { PortEntry, ServiceEntry, Traffic } from '../types.ts'
import { type Entry, serviceEntries, type Written } from '../written.ts'
import { clusterFinder, type Find, selectClusters } from './references.ts'
import { byText, collect, type Resolved, resolved } from './resolved.ts'

/** The services with their ports, and the clusters they run in with the traffic each takes. */
export function resolveServices(
  written: Written,
  clusters: readonly Cluster[],
): Resolved<readonly Service[]> {
  const findCluster = clusterFinder(clusters)
  const { value, problems } = collect(
    serviceEntries(written).map(entry => resolveService(written, entry, clusters, findCluster)),
  )
  const services = value.flatMap(service => (service === undefined ? [] : [service]))
  return resolved(
    services.sort(
      byText(
        one => one.namespace,
        one => one.name,
      ),
    ),
    problems,
  )
}

function resolveService(
  written: Written,
  entry: Entry<ServiceEntry>,
  clusters: readonly Cluster[],
  findCluster: Find<Cluster>,
): Resolved<Service | undefined> {
  const { value, at } = entry
  const runs = resolveRuns(entry, clusters, findCluster)
  const ports = portsOf(value)
  const [first, ...others] = ports
  if (first === undefined) return resolved(undefined, runs.problems)
  const source = sourceOf(written, entry)
  const service: Service = {
    namespace: value.namespace,
    name: value.name,
    ports: [first, ...others],
    ...(value.selector === undefined ? {} : { selector: value.selector }),
    ...(source === undefined ? {} : { source }),
    ...(value.healthCheck === undefined ? {} : { healthCheck: value.healthCheck }),
    ...(value.primaryRoute === undefined ? {} : { primaryRoute: value.primaryRoute }),
    runs: runs.value,
    at,
  }
  return resolved(service, [...runs.problems, ...misplaced(service), ...outside(written, service)])
}

function portsOf(service: ServiceEntry): readonly Port[] {
  const { port, targetPort, protocol } = service
  const single: readonly PortEntry[] =
    port === undefined ? [] : [{ port, ...(targetPort === undefined ? {} : { targetPort }) }]
  return (service.ports ?? single).map(one => ({
    ...one,
    targetPort: one.targetPort ?? one.port,
    protocol: one.protocol ?? protocol ?? 'HTTP',
  }))
}

function resolveRuns(
  { value, at }: Entry<ServiceEntry>,
  clusters: readonly Cluster[],
  findCluster: Find<Cluster>,
): Resolved<readonly Run[]> {
  const place = within(at, 'clusters')
  if ('matchLabels' in value.clusters) {
    const found = selectClusters(value.clusters, clusters, place)
    const eligible = found.value.filter(cluster => cluster.role !== 'config')
    return resolved(
      eligible.map(cluster => run(cluster, { selected: true })),
      found.problems,
    )
  }
  const { value: runs, problems } = collect(
    value.clusters.map((use, index) => {
      const { name, traffic, weight } = typeof use === 'string' ? { name: use } : use
      const found = findCluster(name, within(place, index))
      return resolved(found.value && run(found.value, { traffic, weight, selected: false }), found.problems)
    }),
  )
  return resolved(
    runs.flatMap(one => (one === undefined ? [] : [one])).sort(byText(one => one.cluster.name)),
    problems,
  )
}

interface Wish {
  readonly traffic?: Traffic | undefined
  readonly weight?: number | undefined
  readonly selected: boolean
}

const restriction: readonly Traffic[] = ['active', 'drained', 'none']

// A cluster that only a label brought in takes no traffic until somebody says so; a drained cluster drains all of its services.
function run(cluster: Cluster, { traffic, weight, selected }: Wish): Run {
  const wished = traffic ?? (selected ? (cluster.traffic ?? 'none') : 'active')
  const strictest = Math.max(restriction.indexOf(wished), restriction.indexOf(cluster.traffic ?? 'active'))
  return {
    cluster,
    traffic: restriction[strictest] ?? wished,
    weight: weight ?? 1,
    chosen: traffic !== undefined,
  }
}

function misplaced(service: Service): readonly Problem[] {
  return service.runs
    .filter(({ cluster }) => cluster.role === 'config')
    .map(({ cluster }) => ({
      check: 'service-in-config-cluster',
      message: `service ${service.name} is to run in ${cluster.name}, the config cluster, which holds no workloads`,
      at: within(service.at, 'clusters'),
      related: [{ at: within(cluster.at, 'role'), message: `${cluster.name} is the config cluster` }],
    }))
}

// A service of the mesh alone says so by its protocol; any other was probably meant to be reached through Lattice.
function outside({ topology }: Written, service: Service): readonly Problem[] {
  if (topology.serviceNetwork === undefined || service.ports.every(port => port.protocol === 'TCP')) return []
  return service.runs
    .filter(({ cluster }) => cluster.role === 'none')
    .map(({ cluster }) => ({
      check: 'service-outside-network',
      message: `service ${service.name} is not exported from ${cluster.name}: the cluster has no role in the service network`,
      at: within(service.at, 'clusters'),
      related: [{ at: within(cluster.at, 'name'), message: `${cluster.name} has no role` }],
    }))
}

function sourceOf(written: Written, { value, at }: Entry<ServiceEntry>): TeamSource | undefined {
  const { source } = value
  const { repository, revision = defaults.revision } = written.topology.gitops
  if (source === undefined || source === 'external') return undefined
  const place = within(at, 'source')
  if (typeof source === 'string') return { repository, revision, path: trimmed(source), at: place }
  return { ...source, revision: source.revision ?? revision, path: trimmed(source.path), at: place }
}

function trimmed(path: string): string {
  return path.replace(/^\.\//, '').replace(/\/+$/, '')
}
