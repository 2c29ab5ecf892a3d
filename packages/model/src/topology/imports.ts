import type { Export, Route } from './model.ts'

/** The name of the ServiceImport of an export: unique per cluster, since every import names one cluster. */
export function importName(one: Export): string {
  return `${one.name}-${one.cluster.name}`
}

/** The exports that routes lead to, each once. */
export function imported(routes: readonly Route[]): readonly Export[] {
  return [
    ...new Set(
      routes.flatMap(route => route.rules.flatMap(rule => rule.backends.map(backend => backend.export))),
    ),
  ]
}
