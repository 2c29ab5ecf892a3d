import { field, list, text } from '../fleet/fields.ts'
import { isFilledInLater } from '../fleet/filled-in-later.ts'
import type { Destination } from './delivery.ts'
import { matchesGlob } from './glob.ts'

/**
 * Whether an AppProject lets an Application go to a destination; nothing where the files do not say enough. One entry is enough, and of
 * its name and server one (argo-cd: app_project_types.go, IsDestinationPermitted).
 */
export function projectAdmits(project: unknown, to: Destination): boolean | undefined {
  const entries = list(field(project, 'spec', 'destinations')).map(entryOf)
  // What a `!` forbids depends on more than its own entry.
  if (entries.some(entry => [entry.name, entry.server, entry.namespace].some(one => one?.startsWith('!'))))
    return undefined
  const verdicts = entries.map(entry => admits(entry, to))
  if (verdicts.includes(true)) return true
  return verdicts.includes(undefined) ? undefined : false
}

/** The destinations that a project admits, as messages list them. */
export function admittedBy(project: unknown): readonly string[] {
  return list(field(project, 'spec', 'destinations')).map(entry => {
    const { name, server, namespace = '' } = entryOf(entry)
    return `${name ?? server ?? ''} (namespace ${namespace})`
  })
}

function entryOf(entry: unknown): Destination {
  const [name, server, namespace] = ['name', 'server', 'namespace'].map(
    key => text(field(entry, key)) || undefined,
  )
  return { ...(name && { name }), ...(server && { server }), ...(namespace && { namespace }) }
}

function admits(entry: Destination, to: Destination): boolean | undefined {
  const space = matchOf(entry.namespace ?? '', to.namespace)
  if (space === false) return false
  const ways = (['name', 'server'] as const).flatMap(key => {
    const pattern = entry[key]
    return pattern === undefined ? [] : [matchOf(pattern, to[key])]
  })
  if (ways.includes(true)) return space
  return ways.includes(undefined) ? undefined : false
}

function matchOf(pattern: string, value: string | undefined): boolean | undefined {
  if (pattern === '*') return true
  // What Flux or a template engine has yet to fill in may be anything.
  return value === undefined || isFilledInLater(pattern + value)
    ? undefined
    : matchesGlob(pattern, value, 'flat')
}
