import { groupOf, type Place, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, list, text } from '../fleet/fields.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { kinds, routeKinds } from '../fleet/kinds.ts'
import { leadsElsewhere } from '../fleet/leads-elsewhere.ts'
import { title } from '../fleet/title.ts'

/** No Kustomization of Flux on which others depend waits for a route that leads into other clusters. */
export const readinessIsOfOwnCluster: Check = {
  name: 'readiness-is-of-own-cluster',
  params: noParams,
  *find(fleet) {
    const units = fleet.ofKind([kinds.kustomization])
    for (const entry of units) {
      const dependent = units.find(unit => dependsOn(unit, entry))
      if (dependent === undefined || field(entry.object.spec, 'wait') === true) continue
      for (const { at, route } of awaitedRoutes(fleet, entry)) {
        yield {
          at,
          entry,
          message: `${title(dependent)} waits for ${title(entry)}, and that for ${title(route)}, which leads to what other clusters export`,
          related: [
            {
              at: within(dependent.place, 'spec', 'dependsOn'),
              message: `${title(dependent)} depends on it`,
            },
          ],
        }
      }
    }
  },
}

function dependsOn(unit: Entry, { cluster, namespace, name }: Entry): boolean {
  if (unit.cluster !== cluster) return false
  return list(field(unit.object.spec, 'dependsOn')).some(
    one => field(one, 'name') === name && (text(field(one, 'namespace')) || unit.namespace) === namespace,
  )
}

function awaitedRoutes(fleet: Fleet, unit: Entry): readonly { readonly at: Place; readonly route: Entry }[] {
  const { spec } = unit.object
  const expressions = list(field(spec, 'healthCheckExprs')).map(kindOf)
  return list(field(spec, 'healthChecks')).flatMap((check, index) => {
    const kind = kindOf(check)
    const name = text(field(check, 'name')) ?? ''
    const namespace = text(field(check, 'namespace')) || unit.namespace
    const isJudged = expressions.some(one => one === kind || one === `.${groupOfKind(kind)}`)
    const [route] = fleet.at(unit.cluster, kind, namespace, name)
    if (!isJudged || !routeKinds.includes(kind) || route === undefined || !leadsElsewhere(fleet, route))
      return []
    return [{ at: within(unit.place, 'spec', 'healthChecks', index), route }]
  })
}

function kindOf(check: unknown): string {
  return `${text(field(check, 'kind')) ?? ''}.${groupOf(text(field(check, 'apiVersion')) ?? '')}`
}

function groupOfKind(kind: string): string {
  return kind.slice(kind.indexOf('.') + 1)
}
