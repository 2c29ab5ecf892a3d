import { type Finding, type Policy, placeKey, severities } from '@espalier/model'

interface Judged {
  readonly finding: Finding
}

/** Without what yielding policies say of a field that a rule of another area complains of as well: one mistake, one finding. */
export function withoutEchoes<T extends Judged>(
  judged: readonly T[],
  policies: readonly Policy[],
): readonly T[] {
  const yielding = new Set(policies.filter(policy => policy.yields).map(({ id }) => id))
  const said = new Map<string, number>()
  if (!judged.some(({ finding }) => yielding.has(finding.rule))) return judged
  for (const { finding } of judged) {
    if (yielding.has(finding.rule)) continue
    const field = placeKey(finding.at)
    said.set(field, Math.min(rankOf(finding), said.get(field) ?? severities.length))
  }
  return judged.filter(({ finding }) => {
    const isSaid = (said.get(placeKey(finding.at)) ?? severities.length) <= rankOf(finding)
    return !(isSaid && yielding.has(finding.rule))
  })
}

function rankOf({ severity }: Finding): number {
  return severities.indexOf(severity)
}
