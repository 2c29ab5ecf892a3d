import type { Configuration } from './configuration.ts'
import { mergeConfigurations } from './configuration.ts'
import { idKey, idOf } from './id.ts'
import { refuse } from './refuse.ts'
import type { Resource } from './resource.ts'
import type { Work } from './work.ts'

/** The objects that a build has so far, and how it changes them. */
export interface Accumulated {
  readonly resources: readonly Resource[]
  readonly configuration: Configuration
}

/** All of them, where no object is there twice. */
export function addResources(before: Accumulated, more: readonly Accumulated[], work: Work): Accumulated {
  const known = new Map(before.resources.map(resource => [idKey(idOf(resource.object)), resource]))
  const added = more
    .flatMap(({ resources }) => resources)
    .filter(resource => {
      const { kind, namespace, name } = idOf(resource.object)
      const key = idKey(idOf(resource.object))
      const other = known.get(key)
      if (other === undefined) {
        known.set(key, resource)
        return true
      }
      const message = `${kind} ${namespace === '' ? '' : `${namespace}/`}${name} is among the resources already, from ${other.place.source.file}`
      refuse(work, resource.place, message)
      return false
    })
  return {
    resources: [...before.resources, ...added],
    configuration: more.map(one => one.configuration).reduce(mergeConfigurations, before.configuration),
  }
}
