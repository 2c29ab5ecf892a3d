import { groupOf, type Place, within } from '@espalier/model'
import { field, list, text } from './fields.ts'
import type { Entry, Fleet } from './fleet.ts'
import type { FluxUnit } from './flux-units.ts'
import { routeKinds } from './kinds.ts'

/** A route that Flux waits for, and where a Kustomization says so. */
export interface AwaitedRoute {
  readonly at: Place
  readonly route: Entry
}

/**
 * The routes whose readiness a Kustomization waits for: those of its health checks, or with `wait` any that it applies. Only where an
 * expression says when they are ready; without one Flux does not look.
 */
export function awaitedRoutes(
  fleet: Fleet,
  unit: Entry,
  unitsOf: (entry: Entry) => readonly FluxUnit[],
): readonly AwaitedRoute[] {
  const { spec } = unit.object
  const judges = list(field(spec, 'healthCheckExprs')).map(kindOf)
  const judgeOf = (kind: string) =>
    judges.findIndex(judge => judge === kind || (judge.startsWith('.') && kind.endsWith(judge)))
  if (field(spec, 'wait') === true) {
    return fleet
      .ofKind(routeKinds)
      .filter(route => judgeOf(route.kind) >= 0 && unitsOf(route).some(({ entry }) => entry === unit))
      .map(route => ({ route, at: within(unit.place, 'spec', 'healthCheckExprs', judgeOf(route.kind)) }))
  }
  return list(field(spec, 'healthChecks')).flatMap((check, index) => {
    const kind = kindOf(check)
    if (!routeKinds.includes(kind) || judgeOf(kind) < 0) return []
    const namespace = text(field(check, 'namespace')) || unit.namespace
    const [route] = fleet.at(unit.cluster, kind, namespace, text(field(check, 'name')) ?? '')
    return route === undefined ? [] : [{ route, at: within(unit.place, 'spec', 'healthChecks', index) }]
  })
}

/** Group-qualified; of an expression for a whole group there is nothing before the dot. */
function kindOf(check: unknown): string {
  return `${text(field(check, 'kind')) ?? ''}.${groupOf(text(field(check, 'apiVersion')) ?? '')}`
}
