import type { Finding, Policy } from '@espalier/model'

interface Judged {
  readonly finding: Finding
}

/** Without what other areas say of an object that is in the wrong place: moving it is the one thing to do, and changes all of that. */
export function withoutDisplaced<T extends Judged>(
  judged: readonly T[],
  policies: readonly Policy[],
): readonly T[] {
  const displacing = new Map(policies.filter(policy => policy.displaces).map(({ id }) => [id, areaOf(id)]))
  const displaced = new Map<string, string>()
  for (const { finding } of judged) {
    const area = displacing.get(finding.rule)
    if (area !== undefined && finding.severity === 'error') displaced.set(objectOf(finding), area)
  }
  return judged.filter(({ finding }) => {
    const area = displaced.get(objectOf(finding))
    return area === undefined || area === areaOf(finding.rule) || areaOf(finding.rule) === 'security'
  })
}

function objectOf({ at }: Finding): string {
  return `${at.source.file}\0${at.doc}\0${at.path[0] === 'items' ? at.path[1] : ''}`
}

function areaOf(rule: string): string {
  return rule.slice(0, rule.indexOf('/'))
}
