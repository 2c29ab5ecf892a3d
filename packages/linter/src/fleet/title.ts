import { text } from './fields.ts'
import type { Entry } from './fleet.ts'

/** `HTTPRoute default/shop`, as every message names an object. */
export function title({ object, namespace, name }: Entry): string {
  const given = namespace === '' ? undefined : text(object.metadata.namespace)
  return `${object.kind} ${given ? `${given}/` : ''}${name}`
}

/** `workload cluster workload-1`, or just `cluster hub` where it has no role. */
export function clusterTitle({ cluster }: Entry): string {
  const role = cluster?.role === 'config' || cluster?.role === 'workload' ? `${cluster.role} ` : ''
  return `${role}cluster ${cluster?.name ?? '(none)'}`
}
