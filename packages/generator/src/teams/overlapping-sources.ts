import type { Problem, Run, Service, TeamSource } from '@espalier/model'
import { repositoryKey } from './repository-key.ts'
import { sourcePath } from './team-sources.ts'

/** Two deliveries of one directory to one cluster would fight over its objects, also where one directory holds the other. */
export function overlappingSources(services: readonly Service[]): readonly Problem[] {
  const here = new Map<string, Service>()
  const hereOrBelow = new Map<string, Service>()
  return services.flatMap(service => {
    const { source, runs } = service
    if (source === undefined) return []
    const folders = runs.map(run => ({ run, keys: keysOf(source, run) }))
    const [met] = folders.flatMap(({ run, keys: [own = '', ...above] }) => {
      const before = hereOrBelow.get(own) ?? above.map(key => here.get(key)).find(one => one !== undefined)
      return before?.source === undefined ? [] : [meeting(service, source, before, before.source, run)]
    })
    for (const { keys } of folders) {
      const [own = ''] = keys
      here.set(own, service)
      for (const key of keys) hereOrBelow.set(key, service)
    }
    return met ?? []
  })
}

/** A directory and all that hold it, the innermost first. */
function keysOf(source: TeamSource, { cluster }: Run): readonly string[] {
  const steps = sourcePath(source, cluster).split('/')
  const base = `${cluster.name} ${repositoryKey(source.repository)}`
  return steps.map((_, index) => `${base} ${steps.slice(0, steps.length - index).join('/')}`)
}

function meeting(
  one: Service,
  source: TeamSource,
  before: Service,
  other: TeamSource,
  { cluster }: Run,
): Problem {
  const paths = [source, other].map(each => sourcePath(each, cluster))
  const message = `the sources of services ${one.namespace}/${one.name}, ${paths[0]}, and ${before.namespace}/${before.name}, ${paths[1]}, hold the same files for cluster ${cluster.name}; name them in one of the two services only`
  return {
    check: 'beyond-engine',
    message,
    at: source.at,
    related: [{ at: other.at, message: 'the other one' }],
  }
}
