import { type Export, imported, type Model } from '@espalier/model'

/** Clusters to be synced before those of the next step. */
export interface RolloutStep {
  readonly clusters: readonly string[]
  readonly reason: string
}

/** Exports come before the routes that import them, and go after; without either, there is no order. */
export function rolloutOf(before: Model | undefined, after: Model): readonly RolloutStep[] {
  const config = after.network?.config.name ?? before?.network?.config.name
  if (config === undefined) return []
  const [old, now] = [exportsOf(before), exportsOf(after)]
  const coming = imported(after.routes).filter(one => !old.has(nameOf(one)))
  const used = before === undefined ? [] : imported(before.routes)
  const going = used.filter(one => !now.has(nameOf(one)))
  if (coming.length + going.length === 0) return []
  const steps = [
    { clusters: clustersOf(coming), reason: `exports ${listOf(coming)}, before a route leads there` },
    { clusters: [config], reason: 'routes and imports' },
    { clusters: clustersOf(going), reason: `exports ${listOf(going)} no more, once no route leads there` },
  ]
  return steps.filter(({ clusters }) => clusters.length > 0)
}

function exportsOf(model: Model | undefined): ReadonlySet<string> {
  return new Set(model?.exports.map(nameOf))
}

function nameOf({ cluster, service, name }: Export): string {
  return `${cluster.name} ${service.namespace}/${name}`
}

function clustersOf(exports: readonly Export[]): readonly string[] {
  return [...new Set(exports.map(({ cluster }) => cluster.name))].sort()
}

function listOf(exports: readonly Export[]): string {
  const names = [...new Set(exports.map(({ service, name }) => `${service.namespace}/${name}`))].sort()
  const shown = names.slice(0, 3).join(', ')
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown
}
