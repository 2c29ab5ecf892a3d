import type { ClusterChanges, PlannedObject } from '@espalier/generator'
import { count } from '../count.ts'
import type { PlanReport } from './plan-report.ts'

/** How many groups of clusters are named before the rest is only counted. */
const named = 4

/** How far the change reaches, in one sentence; clusters that change alike are named together. */
export function sentenceOf({ topologies }: PlanReport): string {
  const several = topologies.length > 1
  const changes = topologies.flatMap(({ topology, clusters }) =>
    clusters.map(one => ({ name: several ? `${topology}/${one.cluster}` : one.cluster, what: whatOf(one) })),
  )
  const total = changes.length + topologies.reduce((sum, { untouched }) => sum + untouched.length, 0)
  if (changes.length === 0) return `None of ${count(total, 'cluster')} changes.`
  const groups = new Map<string, string[]>()
  for (const { name, what } of changes) groups.set(what, [...(groups.get(what) ?? []), name])
  const parts = [...groups].slice(0, named).map(([what, names]) => `${listOf(names)}: ${what}`)
  const others = [...groups.values()].slice(named).flat().length
  const rest = others === 0 ? [] : [`${count(others, 'other cluster')} too`]
  const verb = changes.length === 1 ? 'changes' : 'change'
  return `${changes.length} of ${count(total, 'cluster')} ${verb}; ${[...parts, ...rest].join('; ')}.`
}

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ')
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown
}

function whatOf({ added, changed, removed, left, moved }: ClusterChanges): string {
  const parts = [
    ...kindsOf(added, 'added'),
    ...kindsOf(changed, 'changed'),
    ...kindsOf(removed, 'removed'),
    ...kindsOf(left, 'left behind'),
    ...(moved.length === 0 ? [] : [`${count(moved.length, 'file')} rewritten`]),
  ]
  return parts.length === 0 ? 'only what engines read of the tree' : parts.join(', ')
}

function kindsOf(objects: readonly PlannedObject[], verb: string): readonly string[] {
  const kinds = new Map<string, number>()
  for (const { object } of objects) kinds.set(object.kind, (kinds.get(object.kind) ?? 0) + 1)
  return [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, many]) => `${count(many, kind)} ${verb}`)
}
