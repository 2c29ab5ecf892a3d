import { didYouMean, type Problem } from '@espalier/model'
import type { Written } from './suppression.ts'

/** What suppressions are held against. */
export interface Known {
  /** Every rule, and whether its findings can be suppressed. */
  readonly rules: ReadonlyMap<string, boolean>
  /** `2026-11-21`; without it nothing expires. */
  readonly today?: string
}

/** Why a suppression has no effect, if it has none; the finding that it was meant for counts all the same. */
export function faultOf(written: Written, { rules, today }: Known): Problem | undefined {
  const { at, rule, reason, until, fault, isRendered = false } = written
  const names = [...rules].filter(([, isSuppressible]) => isSuppressible).map(([name]) => name)
  if (isRendered)
    return {
      check: 'suppression-lasts',
      at,
      message: 'this comment stands in a rendered file, and the next render removes it',
    }
  if (rule === undefined)
    return { check: 'suppression-is-readable', at, message: fault ?? 'no rule is named' }
  const possible = rules.get(rule)
  if (possible === undefined)
    return {
      check: 'suppression-names-rule',
      at: written.ruleAt,
      message: `there is no rule ${rule}${didYouMean(rule, names)}`,
    }
  if (!possible)
    return {
      check: 'suppression-is-possible',
      at: written.ruleAt,
      message: `findings of ${rule} cannot be suppressed`,
    }
  if (reason === undefined || reason.trim() === '')
    return {
      check: 'suppression-has-reason',
      at,
      message: `this suppression of ${rule} gives no reason, and has no effect`,
    }
  if (until !== undefined && today !== undefined && today >= until)
    return {
      check: 'suppression-is-current',
      at: written.untilAt,
      message: `this suppression of ${rule} expired on ${until}`,
    }
  return undefined
}
