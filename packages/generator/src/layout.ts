import { groupOf, type KubeObject } from '@espalier/model'

/** `<path>/<cluster>/<unit>`: every file below `<path>/<cluster>/` belongs to that cluster's API. */
export function unitFolder(path: string, cluster: string, unit: string): string {
  return `${path}/${cluster}/${unit}`
}

/** The folder of an object inside its unit: its namespace, or `_cluster`, which no namespace can be named. */
export function scopeFolder(unit: string, object: KubeObject): string {
  return `${unit}/${object.metadata.namespace ?? '_cluster'}`
}

/** `<kind>.<group>_<name>.yaml`; `_` occurs in no kind, group or name, so no two objects of one scope share a file. */
export function fileName(object: KubeObject): string {
  const group = groupOf(object.apiVersion)
  const kind = object.kind.toLowerCase()
  return `${group === '' ? kind : `${kind}.${group}`}_${escaped(object.metadata.name)}.yaml`
}

// Only RBAC names hold other characters; capitals are escaped too, since some file systems do not tell them apart.
function escaped(name: string): string {
  return name.replace(/[^a-z0-9.-]/g, char =>
    [...new TextEncoder().encode(char)].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  )
}
