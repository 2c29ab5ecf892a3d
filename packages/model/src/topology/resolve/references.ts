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

export function findCluster(
  name: string,
  clusters: readonly Cluster[],
  at: Place,
): Resolved<Cluster | undefined> {
  const found = clusters.find(cluster => cluster.name === name)
  if (found !== undefined) return resolved(found)
  const known = clusters.map(cluster => cluster.name)
  const message = `there is no cluster ${name}${didYouMean(name, known)}`
  return resolved(undefined, [{ check: 'unknown-reference', message, at }])
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

/** Follows `name` or `namespace/name`, where the short form must be unique. */
export function findNamed<T extends Named>(
  noun: string,
  reference: string,
  all: readonly T[],
  at: Place,
): Resolved<T | undefined> {
  const full = (one: Named): string => `${one.namespace}/${one.name}`
  const found = all.filter(one =>
    reference.includes('/') ? full(one) === reference : one.name === reference,
  )
  const [first, ...others] = found
  if (first === undefined) {
    const known = all.flatMap(one => (reference.includes('/') ? [full(one)] : [one.name]))
    const message = `there is no ${noun} ${reference}${didYouMean(reference, known)}`
    return resolved(undefined, [{ check: 'unknown-reference', message, at }])
  }
  if (others.length === 0) return resolved(first)
  const message = `${noun} ${reference} could be ${found.map(full).sort().join(' or ')}; write the namespace too`
  const related = found.map(one => ({ at: one.at, message: full(one) }))
  return resolved(undefined, [{ check: 'ambiguous-reference', message, at, related }])
}
