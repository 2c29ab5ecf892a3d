import type { Problem } from '../../finding.ts'
import { latticeServiceName, refusedNetworkName, refusedServiceName } from '../../lattice/names.ts'
import { type Place, within } from '../../source.ts'
import { at, clusterEntries, type Entry, routeEntries, serviceEntries, type Written } from '../written.ts'

/** Names given twice, and names that Lattice or a file system refuses. */
export function nameProblems(written: Written): readonly Problem[] {
  const { serviceNetwork: network, namespaces = [], lint } = written.topology
  const routes = routeEntries(written)
  const everywhere = entriesOf(written, ['namespaces'], namespaces).filter(
    one => one.value.clusters === undefined,
  )
  return [
    ...twice('cluster', clusterEntries(written), one => one.name),
    ...twice('service', serviceEntries(written), one => `${one.namespace}/${one.name}`),
    ...twice('route', routes, one => `${one.kind ?? 'HTTPRoute'} ${one.namespace}/${one.name}`),
    ...twice(
      'listener',
      entriesOf(written, ['serviceNetwork', 'listeners'], network?.listeners),
      one => one.name,
    ),
    ...twice('namespace', everywhere, one => one.name),
    ...refusedNetwork(network?.name, at(written, 'serviceNetwork', 'name')),
    ...routes.filter(route => route.value.serviceName === undefined).flatMap(refusedRoute),
    ...refusedPath(written),
    ...clusterEntries(written).flatMap(refusedFolder),
    ...Object.keys(lint?.clusters ?? {}).flatMap(name => unknownLintCluster(name, written)),
  ]
}

function entriesOf<T>(
  written: Written,
  path: readonly string[],
  values: readonly T[] = [],
): readonly Entry<T>[] {
  return values.map((value, index) => ({ value, at: at(written, ...path, index) }))
}

function twice<T>(
  noun: string,
  entries: readonly Entry<T>[],
  keyOf: (value: T) => string,
): readonly Problem[] {
  const first = new Map<string, Place>()
  return entries.flatMap(({ value, at }) => {
    const key = keyOf(value)
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, at)
      return []
    }
    const related = [{ at: within(before, 'name'), message: 'the first one' }]
    return {
      check: 'duplicate-name',
      message: `${noun} ${key} is given twice`,
      at: within(at, 'name'),
      related,
    }
  })
}

function refusedNetwork(name: string | undefined, at: Place): readonly Problem[] {
  const why = name === undefined ? undefined : refusedNetworkName(name)
  if (why === undefined) return []
  return [
    { check: 'impossible-name', message: `a service network cannot be named "${name}": the name ${why}`, at },
  ]
}

function refusedRoute({
  value: route,
  at,
}: Entry<{ readonly name: string; readonly namespace: string }>): readonly Problem[] {
  const name = latticeServiceName(route)
  const why = refusedServiceName(name)
  if (why === undefined) return []
  const message = `route ${route.name} would give a Lattice service named "${name}", and such a name ${why}`
  return [{ check: 'impossible-name', message, at: within(at, 'name') }]
}

// The name becomes a folder, and Windows keeps these for devices.
const devices = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/

function refusedPath(written: Written): readonly Problem[] {
  const odd = written.topology.gitops.path
    ?.split('/')
    .find(part => part.toLowerCase() === '.git' || devices.test(part))
  if (odd === undefined) return []
  const message = `gitops.path leads through ${odd}, where no rendered tree can be`
  return [{ check: 'impossible-name', message, at: at(written, 'gitops', 'path') }]
}

function refusedFolder({ value, at }: Entry<{ readonly name: string }>): readonly Problem[] {
  if (!devices.test(value.name)) return []
  const message = `cluster name "${value.name}" is reserved on Windows and cannot name the cluster's folder there`
  return [{ check: 'impossible-name', message, at: within(at, 'name') }]
}

function unknownLintCluster(name: string, written: Written): readonly Problem[] {
  if (written.topology.clusters.some(cluster => cluster.name === name)) return []
  const place = { ...at(written, 'lint', 'clusters', name), on: 'key' as const }
  return [
    { check: 'unknown-reference', message: `lint.clusters names the unknown cluster ${name}`, at: place },
  ]
}
