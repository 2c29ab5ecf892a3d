import { createLocate, type Finding, group, type Problem } from '@espalier/model'
import type { Fleet } from '../fleet/fleet.ts'
import { faultOf, type Known } from './fault-of.ts'
import type { Suppression, Written } from './suppression.ts'
import { writtenInComments } from './written-in-comments.ts'
import { writtenInTopology } from './written-in-topology.ts'

/** A finding and the fleet it was found in. */
export interface Claim {
  readonly fleet: Fleet
  readonly finding: Finding
}

export interface Suppressed<C extends Claim> {
  readonly open: readonly C[]
  readonly quiet: readonly { readonly claim: C; readonly suppression: Suppression }[]
  /** What is wrong with suppressions themselves, each with the fleet whose severities count. */
  readonly problems: readonly { readonly fleet: Fleet | undefined; readonly problem: Problem }[]
}

export interface SuppressOptions extends Known {
  readonly fleets: readonly Fleet[]
  /** Only some of the files were read, so what covers nothing may yet be of use. */
  readonly partial: boolean
}

/** Tells the findings that somebody suppressed from those that count. */
export function suppress<C extends Claim>(claims: readonly C[], options: SuppressOptions): Suppressed<C> {
  const { fleets, partial } = options
  const all = [...writtenInComments(fleets, createLocate()), ...fleets.flatMap(writtenInTopology)]
  if (all.length === 0) return { open: claims, quiet: [], problems: [] }
  const faults = all.map(written => ({ written, problem: faultOf(written, options) }))
  const byRule = group(
    faults.filter(({ problem }) => problem === undefined).map(({ written }) => written),
    written => written.rule ?? '',
  )
  const used = new Set<Written>()
  const open: C[] = []
  const quiet: { claim: C; suppression: Suppression }[] = []
  for (const claim of claims) {
    const covering = (byRule.get(claim.finding.rule) ?? []).filter(
      written => written.fleets.includes(claim.fleet) && written.covers(claim.finding),
    )
    for (const written of covering) used.add(written)
    const [first] = covering
    if (first === undefined) open.push(claim)
    else quiet.push({ claim, suppression: suppressionOf(first) })
  }
  const problems = faults.flatMap(({ written, problem }) => {
    const idle = !used.has(written) && written.fleets.every(fleet => !partial || wasReadWhole(fleet))
    const unused = idle
      ? { check: 'suppression-is-used', at: written.at, message: written.whyUnused() }
      : undefined
    const wrong = problem ?? unused
    return wrong === undefined ? [] : [{ fleet: written.fleets[0], problem: wrong }]
  })
  return { open, quiet, problems }
}

function suppressionOf({ rule = '', reason = '', writtenIn, until, at }: Written): Suppression {
  return { rule, reason, writtenIn, ...(until && { until }), at }
}

function wasReadWhole({ clusters }: Fleet): boolean {
  return clusters.every(({ rendered, complete }) => rendered || complete)
}
