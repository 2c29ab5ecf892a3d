import { groupOf } from '@espalier/model'
import { engineKinds } from '../delivery/engine-objects.ts'
import { idOf, isClusterScoped } from '../kustomize/id.ts'
import { definedKinds } from './defined-kinds.ts'
import { field } from './fields.ts'
import type { Entry, Fleet } from './fleet.ts'
import { clusterScoped, latticeGroup } from './kinds.ts'

/** Answers whether the kind of an object has namespaces; nothing for kinds of which nobody here says so. */
export function scopes(fleet: Fleet): (entry: Entry) => boolean | undefined {
  const defined = definedKinds(fleet)
  return ({ kind, object }) => {
    const definition = defined.get(kind)
    if (definition !== undefined) return field(definition.spec, 'scope') !== 'Cluster'
    if (clusterScoped.has(kind) || isClusterScoped(idOf(object))) return false
    return namespacedGroups.has(groupOf(object.apiVersion)) || namespacedKinds.has(kind) ? true : undefined
  }
}

// Groups of which every kind without a namespace is known here.
const namespacedGroups: ReadonlySet<string> = new Set([
  ...['', 'apps', 'batch', 'autoscaling', 'networking.k8s.io', 'rbac.authorization.k8s.io', 'policy'],
  ...['gateway.networking.k8s.io', latticeGroup],
])

const namespacedKinds: ReadonlySet<string> = new Set(Object.values(engineKinds))
