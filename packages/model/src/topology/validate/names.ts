import type { Problem } from '../../finding.ts'
import { policies } from '../../generated/policies.ts'
import { latticeServiceName, refusedNetworkName, refusedServiceName } from '../../lattice/names.ts'
import { didYouMean } from '../../nearest.ts'
import { type Place, within } from '../../source.ts'
import { at, clusterEntries, type Entry, routeEntries, serviceEntries, type Written } from '../written.ts'

/** Names given twice, names that Lattice refuses, and names that `lint` gives to nothing. */
export function nameProblems(written: Written): readonly Problem[] {
  const { serviceNetwork: network, lint } = written.topology
  const routes = routeEntries(written)
  return [
    ...twice('cluster', clusterEntries(written), one => one.name),
    ...twice('service', serviceEntries(written), one => `${one.namespace}/${one.name}`),
    ...twice('route', routes, one => `${one.kind ?? 'HTTPRoute'} ${one.namespace}/${one.name}`),
    ...twice(
      'listener',
      entriesOf(written, ['serviceNetwork', 'listeners'], network?.listeners),
      one => one.name,
    ),
    ...refusedNetwork(network?.name, at(written, 'serviceNetwork', 'name')),
    ...routes.filter(route => route.value.serviceName === undefined).flatMap(refusedRoute),
    ...Object.keys(lint?.clusters ?? {}).flatMap(name => unknownLintCluster(name, written)),
    ...Object.keys(lint?.rules ?? {}).flatMap(id => fixedRule(id, written)),
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

function unknownLintCluster(name: string, written: Written): readonly Problem[] {
  if (written.topology.clusters.some(cluster => cluster.name === name)) return []
  const place = { ...at(written, 'lint', 'clusters', name), on: 'key' as const }
  return [
    { check: 'unknown-reference', message: `lint.clusters names the unknown cluster ${name}`, at: place },
  ]
}

function fixedRule(id: string, written: Written): readonly Problem[] {
  const place = { ...at(written, 'lint', 'rules', id), on: 'key' as const }
  const known = policies.map(policy => policy.id)
  // With policies of the user's own, the linter knows which rules there are.
  if (!known.includes(id) && (written.topology.lint?.policies ?? []).length > 0) return []
  if (!known.includes(id)) {
    const message = `lint.rules names the unknown rule ${id}${didYouMean(id, known)}`
    return [{ check: 'unknown-reference', message, at: place }]
  }
  if (!id.startsWith('topology/')) return []
  const message = `${id} cannot be changed: a topology that breaks it cannot be rendered`
  return [{ check: 'wrong-value', message, at: place }]
}
