import { field, text } from '../fleet/fields.ts'
import type { EngineObject } from './engine-objects.ts'

/** What ConfigMaps for Flux's `kubeConfig.configMapRef` name as their cluster, by the ConfigMap's name. */
export function clusterConfigs(objects: readonly EngineObject[]): ReadonlyMap<string, string> {
  return new Map(
    objects.flatMap(({ kind, object }) => {
      const cluster = kind === 'ConfigMap' ? text(field(object, 'data', 'cluster')) : undefined
      const isOne = cluster !== undefined && text(field(object, 'data', 'provider')) !== undefined
      return isOne ? [[object.metadata.name, cluster] as const] : []
    }),
  )
}
