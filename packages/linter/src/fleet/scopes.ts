import { groupOf } from '@espalier/model'
import { engineKinds } from '../delivery/engine-objects.ts'
import { idOf, isClusterScoped } from '../kustomize/id.ts'
import { field } from './fields.ts'
import type { Entry, Fleet } from './fleet.ts'
import { clusterScoped, kinds, latticeGroup } from './kinds.ts'
import { oncePer } from './once-per.ts'

/** Answers whether the kind of an object has namespaces; nothing for kinds of which nobody here says so. */
export function scopes(fleet: Fleet): (entry: Entry) => boolean | undefined {
  const defined = byDefinition(fleet)
  return ({ kind, object }) => {
    const known = defined.get(kind)
    if (known !== undefined) return known
    if (clusterScoped.has(kind) || isClusterScoped(idOf(object))) return false
    return namespacedGroups.has(groupOf(object.apiVersion)) || namespacedKinds.has(kind) ? true : undefined
  }
}

const byDefinition = oncePer(
  (fleet: Fleet): ReadonlyMap<string, boolean> =>
    new Map(
      fleet
        .ofKind([kinds.customResourceDefinition])
        .map(({ object: { spec } }) => [
          `${field(spec, 'names', 'kind')}.${field(spec, 'group')}`,
          field(spec, 'scope') !== 'Cluster',
        ]),
    ),
)

// Groups of which every kind without a namespace is known here.
const namespacedGroups: ReadonlySet<string> = new Set([
  ...['', 'apps', 'batch', 'autoscaling', 'networking.k8s.io', 'rbac.authorization.k8s.io', 'policy'],
  ...['gateway.networking.k8s.io', latticeGroup],
])

const namespacedKinds: ReadonlySet<string> = new Set(Object.values(engineKinds))
