import type { Model, Route } from '@espalier/model'

/** A route of both sides, and so one whose Lattice service is there already. */
export interface KeptRoute {
  readonly before: Route
  readonly after: Route
}

/** The routes that stay; none where the config cluster goes to another account or region, in which every service is new. */
export function keptRoutes(before: Model, after: Model): readonly KeptRoute[] {
  const [old, now] = [before.network?.config, after.network?.config]
  if (old === undefined || now === undefined) return []
  if (old.account !== now.account || old.region !== now.region) return []
  const routes = new Map(before.routes.map(route => [nameOf(route), route]))
  return after.routes.flatMap(route => {
    const former = routes.get(nameOf(route))
    return former === undefined ? [] : [{ before: former, after: route }]
  })
}

function nameOf({ kind, namespace, name }: Route): string {
  return `${kind} ${namespace}/${name}`
}
