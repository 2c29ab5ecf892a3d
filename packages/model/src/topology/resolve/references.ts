import type { Problem } from '../../finding.ts'
import { didYouMean } from '../../nearest.ts'
import type { Place } from '../../source.ts'
import type { Cluster } from '../model.ts'
import type { ClusterSelector } from '../types.ts'
import { type Resolved, resolved } from './resolved.ts'

interface Named {
  readonly namespace: string
  readonly name: string
  readonly at: Place
}

export type Find<T> = (reference: string, at: Place) => Resolved<T | undefined>

/** Follows names of clusters; of two with one name, which is said elsewhere, the first is meant. */
export function clusterFinder(clusters: readonly Cluster[]): Find<Cluster> {
  const byName = new Map([...clusters].reverse().map(cluster => [cluster.name, cluster]))
  return (name, at) => {
    const found = byName.get(name)
    if (found !== undefined) return resolved(found)
    const known = clusters.map(cluster => cluster.name)
    const message = `there is no cluster ${name}${didYouMean(name, known)}`
    return resolved(undefined, [{ check: 'unknown-reference', message, at }])
  }
}

/** The clusters whose labels match; none at all is a mistake, never an empty answer. */
export function selectClusters(
  selector: ClusterSelector,
  clusters: readonly Cluster[],
  at: Place,
): Resolved<readonly Cluster[]> {
  const labels = Object.entries(selector.matchLabels)
  const found = clusters.filter(cluster => labels.every(([key, value]) => cluster.labels[key] === value))
  if (found.length > 0) return resolved(found)
  const words = labels.map(([key, value]) => `${key}=${value}`).join(', ')
  const problem: Problem = { check: 'unknown-reference', message: `no cluster has the labels ${words}`, at }
  return resolved([], [problem])
}

/** Follows `name` or `namespace/name`, where the short form must be unique; built once for many references. */
export function finderOf<T extends Named>(noun: string, all: readonly T[]): Find<T> {
  const full = (one: Named): string => `${one.namespace}/${one.name}`
  // An entry that is given twice is said to be so; a reference to it means the first.
  const byFull = new Map([...all].reverse().map(one => [full(one), one]))
  const byName = new Map<string, T[]>()
  for (const one of byFull.values()) byName.set(one.name, [one, ...(byName.get(one.name) ?? [])])
  return (reference, at) => {
    const long = reference.includes('/')
    const hit = byFull.get(reference)
    const found = long ? (hit === undefined ? [] : [hit]) : (byName.get(reference) ?? [])
    const [first, ...others] = found
    if (first === undefined) {
      const message = `there is no ${noun} ${reference}${didYouMean(reference, [...(long ? byFull : byName).keys()])}`
      return resolved(undefined, [{ check: 'unknown-reference', message, at }])
    }
    if (others.length === 0) return resolved(first)
    const message = `${noun} ${reference} could be ${found.map(full).sort().join(' or ')}; write the namespace too`
    const related = found.map(one => ({ at: one.at, message: full(one) }))
    return resolved(undefined, [{ check: 'ambiguous-reference', message, at, related }])
  }
}
