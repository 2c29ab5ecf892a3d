import type { Result } from '../files/result.ts'
import { choose } from './choose.ts'

/** What shall be written beside the topology. */
export interface Wishes {
  /** Nothing: what the repository's host suggests. */
  readonly ci?: 'github' | 'gitlab' | 'none'
  readonly workflow: 'pull-request' | 'on-main'
  readonly preCommit: boolean
}

/** Reads them from their flags. */
export function readWishes(flags: {
  readonly ci?: string | undefined
  readonly workflow: string
  readonly noHooks: boolean
}): Result<Wishes> {
  const workflow = choose('workflow', flags.workflow, ['pull-request', 'on-main'])
  if (workflow.error !== undefined) return workflow
  const rest = { workflow: workflow.value, preCommit: !flags.noHooks }
  if (flags.ci === undefined) return { value: rest }
  const ci = choose('ci', flags.ci, ['github', 'gitlab', 'none'])
  return ci.error === undefined ? { value: { ...rest, ci: ci.value } } : ci
}
