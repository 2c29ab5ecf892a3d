import type { Problem } from '../../finding.ts'
import { type Place, within } from '../../source.ts'
import type { Run } from '../model.ts'
import { byText, type Resolved, resolved } from './resolved.ts'
import type { GroupTarget, Target } from './targets.ts'

/** The share of one rule's traffic that a service takes in a cluster. */
interface Share {
  readonly target: Target
  readonly run: Run
  readonly weight: number
}

export interface Weights {
  readonly shares: readonly Share[]
  readonly groups: readonly GroupTarget[]
}

interface Weighted {
  readonly weight: number
}

const largestWeight = 999

/**
 * Splits the weights of a rule over clusters. A target without a cluster is shared by the clusters that run it; whole numbers are
 * kept by multiplying all weights with the smallest factor that divides evenly.
 */
export function resolveWeights(
  targets: readonly Target[],
  groups: readonly GroupTarget[],
  at: Place,
): Resolved<Weights> {
  const found = targets.map(sharesOf)
  const factor = found.reduce(
    (all, { weight, sum }) => leastMultiple(all, sum === 0 ? 1 : sum / divisor(sum, weight)),
    1,
  )
  const shares = found.flatMap(({ target, weight, sum, runs }) =>
    runs.map(run => ({
      target,
      run,
      weight: run.traffic === 'drained' || sum === 0 ? 0 : (factor * weight * run.weight) / sum,
    })),
  )
  const sorted = shares.sort(
    byText(
      one => one.target.service.namespace,
      one => one.target.service.name,
      one => one.run.cluster.name,
    ),
  )
  const scaled = groups
    .map(group => ({ ...group, weight: group.weight * factor }))
    .sort(byText(one => one.arn))
  const all = [...sorted, ...scaled]
  const problems = [
    ...found.flatMap(one => one.problems),
    ...twice(sorted),
    ...sameGroup(scaled),
    ...tooLarge(all, at),
  ]
  const known = targets.every(target => target.service.runs.length > 0)
  const judged = problems.every(problem => problem.check === 'backend-without-traffic')
  if (known && judged && all.every(share => share.weight === 0)) problems.push(noTraffic(targets, at))
  return resolved({ shares: sorted, groups: scaled }, problems)
}

interface Found {
  readonly target: Target
  readonly weight: number
  /** Of the weights of the clusters that take traffic. */
  readonly sum: number
  readonly runs: readonly Run[]
  readonly problems: readonly Problem[]
}

function sharesOf(target: Target): Found {
  const runs = target.service.runs.filter(run => run.cluster.role === 'workload')
  if (target.cluster === undefined) {
    const taking = runs.filter(run => run.traffic !== 'none')
    return { target, weight: target.weight, sum: sumOf(taking), runs: taking, problems: [] }
  }
  const run = runs.find(one => one.cluster === target.cluster)
  if (run === undefined) return { target, weight: 0, sum: 0, runs: [], problems: [notThere(target, runs)] }
  // Naming the cluster in a route is what lets traffic into one that only a label brought in.
  const asked =
    run.traffic === 'none' && !run.chosen && run.cluster.traffic !== 'none' ? 'active' : run.traffic
  const taking = asked === 'none' ? [] : [{ ...run, traffic: asked, weight: 1 }]
  const problems = asked === 'none' ? [withoutTraffic(target, run)] : []
  return { target, weight: target.weight, sum: sumOf(taking), runs: taking, problems }
}

function sumOf(runs: readonly Run[]): number {
  return runs.filter(run => run.traffic === 'active').reduce((sum, run) => sum + run.weight, 0)
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}

function leastMultiple(a: number, b: number): number {
  return (a * b) / divisor(a, b)
}

function notThere({ service, cluster, at }: Target, runs: readonly Run[]): Problem {
  const message =
    cluster?.role === 'workload'
      ? `service ${service.name} does not run in cluster ${cluster.name}; it runs in ${runs.map(run => run.cluster.name).join(', ') || 'no workload cluster'}`
      : `cluster ${cluster?.name} is no workload cluster of the service network, so no route can lead there`
  return {
    check: 'unknown-reference',
    message,
    at,
    related: [{ at: service.at, message: `service ${service.name}` }],
  }
}

function twice(shares: readonly Share[]): readonly Problem[] {
  return shares.flatMap((share, index) => {
    const before = shares[index - 1]
    if (before?.target.service !== share.target.service || before.run.cluster !== share.run.cluster) return []
    const message = `service ${share.target.service.name} in cluster ${share.run.cluster.name} is a target of this rule twice`
    return {
      check: 'duplicate-backend',
      message,
      at: share.target.at,
      related: [{ at: before.target.at, message: 'the other one' }],
    }
  })
}

function sameGroup(groups: readonly GroupTarget[]): readonly Problem[] {
  return groups.flatMap((group, index) => {
    if (groups[index - 1]?.arn !== group.arn) return []
    return {
      check: 'duplicate-backend',
      message: `target group ${group.arn} is a target of this rule twice`,
      at: group.at,
    }
  })
}

function tooLarge(shares: readonly Weighted[], at: Place): readonly Problem[] {
  const largest = Math.max(0, ...shares.map(share => share.weight))
  if (largest <= largestWeight) return []
  const message = `the weights of this rule add up to shares of up to ${largest} when written as whole numbers; Lattice takes at most ${largestWeight}`
  return [{ check: 'wrong-value', message, at }]
}

function withoutTraffic({ service, at }: Target, run: Run): Problem {
  const [where, place] = run.chosen
    ? [`service ${service.name} says traffic: none for it`, within(service.at, 'clusters')]
    : [`cluster ${run.cluster.name} has traffic: none`, within(run.cluster.at, 'traffic')]
  const message = `this backend is left out of the rule: ${where}`
  return {
    check: 'backend-without-traffic',
    message,
    at,
    related: [{ at: place, message: 'where it is said' }],
  }
}

function noTraffic(targets: readonly Target[], at: Place): Problem {
  const reasons = targets.flatMap(({ service, cluster, weight }) =>
    service.runs
      .filter(run => cluster === undefined || run.cluster === cluster)
      .map(run => `${service.name} in ${run.cluster.name} ${reasonOf(run, weight)}`),
  )
  const why = reasons.length === 0 ? 'all of its weights are 0' : reasons.join(', ')
  return { check: 'no-traffic', message: `this rule would answer 500 to everything: ${why}`, at }
}

function reasonOf({ cluster, traffic, chosen }: Run, weight: number): string {
  if (cluster.role !== 'workload')
    return 'is outside the service network, since the cluster is no workload cluster'
  if (traffic === 'drained') return 'is drained'
  if (traffic === 'active') return weight === 0 ? 'has weight 0' : 'is active'
  return chosen || cluster.traffic === 'none'
    ? 'has traffic: none'
    : 'takes none, since only a selector names the cluster'
}
