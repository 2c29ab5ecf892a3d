import type { Policy, Severity } from '@espalier/model'
import type { Fleet } from './fleet/fleet.ts'

/** What findings of a policy count as in a fleet: its topology may say so, and its profile may leave the policy out. */
export function severityIn(
  { model }: Pick<Fleet, 'model'>,
  { id, profiles, severity }: Policy,
): Severity | 'ignore' {
  if (profiles !== undefined && !profiles.includes(model?.lint.profile ?? 'recommended')) return 'ignore'
  return model?.lint.rules?.[id] ?? severity
}
