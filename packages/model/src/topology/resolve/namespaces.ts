import type { Problem } from '../../finding.ts'
import { controllerNamespace } from '../../lattice/names.ts'
import { within } from '../../source.ts'
import { imported } from '../imports.ts'
import type { Cluster, OwnedNamespace, Route, ServiceNetwork } from '../model.ts'
import type { NamespaceEntry } from '../types.ts'
import { at, type Entry, type Written } from '../written.ts'
import { clusterFinder, type Find, selectClusters } from './references.ts'
import { byText, collect, type Resolved, resolved } from './resolved.ts'

/** Namespaces that Espalier renders: those listed, and in the config cluster those that the Gateway, routes and imports need. */
export function resolveNamespaces(
  written: Written,
  clusters: readonly Cluster[],
  network: ServiceNetwork | undefined,
  routes: readonly Route[],
): Resolved<readonly OwnedNamespace[]> {
  const findCluster = clusterFinder(clusters)
  const { value: listed, problems } = collect(
    (written.topology.namespaces ?? []).map((value, index) =>
      resolveEntry({ value, at: at(written, 'namespaces', index) }, clusters, findCluster),
    ),
  )
  const external = new Set(
    listed
      .filter(one => one.value.external === true)
      .flatMap(named)
      .map(keyOf),
  )
  const owned = new Map<string, OwnedNamespace>()
  for (const one of [
    ...listed.flatMap(named),
    ...needed(network, routes),
    ...forControllers(network, clusters),
  ]) {
    if (external.has(keyOf(one)) || one.name === 'default' || one.name.startsWith('kube-')) continue
    const before = owned.get(keyOf(one))
    const labels = { ...before?.labels, ...one.labels }
    owned.set(keyOf(one), { ...one, labels, at: before?.at ?? one.at })
  }
  const order = byText<OwnedNamespace>(
    one => one.cluster.name,
    one => one.name,
  )
  return resolved([...owned.values()].sort(order), [...problems, ...twice(listed)])
}

/** An entry that gives a namespace of a cluster that an earlier one gives already, however each names the cluster. */
function twice(listed: readonly Listed[]): readonly Problem[] {
  const first = new Map<string, Listed>()
  return listed.flatMap(one => {
    const all = named(one)
    const again = all.find(each => first.has(keyOf(each)))
    const before = again && first.get(keyOf(again))
    for (const each of all) if (!first.has(keyOf(each))) first.set(keyOf(each), one)
    if (again === undefined || before === undefined) return []
    return {
      check: 'duplicate-name',
      message: `namespace ${again.name} is given twice for cluster ${again.cluster.name}`,
      at: within(one.at, 'name'),
      related: [{ at: within(before.at, 'name'), message: 'the first one' }],
    }
  })
}

function keyOf({ cluster, name }: OwnedNamespace): string {
  return `${cluster.name}/${name}`
}

function named({ value, at, clusters }: Listed): readonly OwnedNamespace[] {
  return clusters.map(cluster => ({ cluster, name: value.name, labels: value.labels ?? {}, at }))
}

function needed(network: ServiceNetwork | undefined, routes: readonly Route[]): readonly OwnedNamespace[] {
  if (network === undefined) return []
  const places = [
    [network.namespace, within(network.at, 'namespace')] as const,
    ...routes.map(route => [route.namespace, within(route.at, 'namespace')] as const),
    ...imported(routes).map(({ service }) => [service.namespace, within(service.at, 'namespace')] as const),
  ]
  const holders = [network.config, ...(network.replaced === undefined ? [] : [network.replaced])]
  return holders.flatMap(cluster => places.map(([name, at]) => ({ cluster, name, labels: {}, at })))
}

function forControllers(
  network: ServiceNetwork | undefined,
  clusters: readonly Cluster[],
): readonly OwnedNamespace[] {
  if (network === undefined) return []
  return clusters
    .filter(cluster => cluster.role !== 'none' && cluster.controller.install)
    .map(cluster => ({ cluster, name: controllerNamespace, labels: {}, at: cluster.at }))
}

interface Listed extends Entry<NamespaceEntry> {
  readonly clusters: readonly Cluster[]
}

function resolveEntry(
  { value, at }: Entry<NamespaceEntry>,
  clusters: readonly Cluster[],
  findCluster: Find<Cluster>,
): Resolved<Listed> {
  const place = within(at, 'clusters')
  if (value.clusters === undefined) return resolved({ value, at, clusters })
  if ('matchLabels' in value.clusters) {
    const found = selectClusters(value.clusters, clusters, place)
    return resolved({ value, at, clusters: found.value }, found.problems)
  }
  const found = collect(value.clusters.map((name, index) => findCluster(name, within(place, index))))
  return resolved(
    { value, at, clusters: found.value.flatMap(one => (one === undefined ? [] : [one])) },
    found.problems,
  )
}
