import { didYouMean, type Finding, type ObjectName, placeOf, within } from '@espalier/model'
import { text } from '../fleet/fields.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import type { Written } from './suppression.ts'

/** The entries of `lint.suppress` in a fleet's topology. */
export function writtenInTopology(fleet: Fleet): readonly Written[] {
  const { model } = fleet
  if (model === undefined) return []
  return (model.lint.suppress ?? []).map(({ rule, object, reason, expires }, index) => {
    const at = placeOf(model.source, ['lint', 'suppress', index])
    return {
      rule,
      reason,
      writtenIn: 'topology',
      ...(expires && { until: expires }),
      at,
      ruleAt: within(at, 'rule'),
      untilAt: within(at, 'expires'),
      fleets: [fleet],
      covers: (finding: Finding) =>
        finding.rule === rule && finding.object !== undefined && namesOf(finding.object).includes(object),
      whyUnused: () => whyUnused(fleet, rule, object),
    }
  })
}

/** `Kind/namespace/name`; also `Kind/name` where the manifest names no namespace. */
function namesOf({ kind, namespace, name }: Omit<ObjectName, 'apiVersion'>): readonly string[] {
  return namespace ? [`${kind}/${namespace}/${name}`] : [`${kind}/${name}`, `${kind}/default/${name}`]
}

function whyUnused({ entries }: Fleet, rule: string, object: string): string {
  const [kind] = object.split('/')
  const alike = entries.filter(entry => entry.object.kind === kind).flatMap(entry => namesOf(nameOf(entry)))
  if (alike.includes(object)) return `nothing of ${object} breaks ${rule}`
  return `there is no ${object}${didYouMean(object, [...new Set(alike)])}`
}

function nameOf({ object, name }: Entry): Omit<ObjectName, 'apiVersion'> {
  const namespace = text(object.metadata.namespace)
  return { kind: object.kind, name, ...(namespace && { namespace }) }
}
