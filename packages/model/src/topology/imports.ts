import type { Backend, Export, Route, TargetGroup } from './model.ts'

/** The name of the ServiceImport of an export: unique per cluster, since every import names one cluster. */
export function importName(one: Export): string {
  return `${one.name}-${one.cluster.name}`
}

/** The ServiceImport that a backend refers to. */
export function importOf(backend: Backend): { readonly name: string; readonly namespace: string } {
  if ('targetGroup' in backend) return backend.targetGroup
  return { name: importName(backend.export), namespace: backend.export.service.namespace }
}

/** The exports that routes lead to, each once. */
export function imported(routes: readonly Route[]): readonly Export[] {
  return [...new Set(backendsOf(routes).flatMap(backend => ('export' in backend ? [backend.export] : [])))]
}

/** The target groups that routes lead to beside exports, each once per namespace. */
export function importedGroups(routes: readonly Route[]): readonly (TargetGroup & Pick<Backend, 'at'>)[] {
  const found = new Map<string, TargetGroup & Pick<Backend, 'at'>>()
  for (const backend of backendsOf(routes)) {
    if (!('targetGroup' in backend)) continue
    const { namespace, name } = backend.targetGroup
    const key = `${namespace}/${name}`
    if (!found.has(key)) found.set(key, { ...backend.targetGroup, at: backend.at })
  }
  return [...found.values()]
}

function backendsOf(routes: readonly Route[]): readonly Backend[] {
  return routes.flatMap(route => route.rules.flatMap(rule => rule.backends))
}
