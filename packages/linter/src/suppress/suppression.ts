import type { Finding, Place } from '@espalier/model'
import type { Fleet } from '../fleet/fleet.ts'

/** What keeps findings of one rule quiet, wherever it is written. */
export interface Suppression {
  readonly rule: string
  readonly reason: string
  readonly writtenIn: 'comment' | 'topology'
  /** Day from which the findings count again. */
  readonly until?: string
  readonly at: Place
}

/** A suppression as somebody wrote it, which may be wrong. */
export interface Written extends Omit<Suppression, 'rule' | 'reason'> {
  readonly rule?: string
  readonly reason?: string
  /** Why it cannot be read. */
  readonly fault?: string
  /** The next render removes it. */
  readonly isRendered?: boolean
  /** Where its rule and its day stand, if these have places of their own. */
  readonly ruleAt: Place
  readonly untilAt: Place
  /** The fleets whose findings it is about. */
  readonly fleets: readonly Fleet[]
  /** True for a finding of its rule that stands where it speaks of. */
  covers(finding: Finding): boolean
  /** What to say where it covers nothing. */
  whyUnused(): string
}
