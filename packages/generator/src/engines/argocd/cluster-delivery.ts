import { groupOf, type Model } from '@espalier/model'
import type { Unit } from '../../engine.ts'
import type { Rendered } from '../../placed.ts'
import { application, directorySource } from './application.ts'
import { names } from './names.ts'
import { type GroupKindName, project } from './project.ts'

/** The project of one cluster and an Application for each of its units. */
export function clusterDelivery(model: Model, units: readonly Unit[]): readonly Rendered[] {
  const [first] = units
  if (first === undefined) return []
  const { cluster } = first
  const own = names.cluster(model.name, cluster)
  const objects = units.flatMap(unit => unit.objects.map(({ object }) => object))
  const namespaces = [...new Set(objects.flatMap(({ metadata }) => metadata.namespace ?? []))].sort()
  const [namespace = 'default'] = namespaces
  const clusterScoped = objects.filter(({ metadata }) => metadata.namespace === undefined)
  const namespaced = objects.filter(({ metadata }) => metadata.namespace !== undefined)
  const admitted = project(model, {
    name: own,
    description: `What Espalier renders for cluster ${cluster.name} of topology ${model.name}`,
    repositories: [model.gitops.repository],
    destinations: [namespace, ...namespaces].map(one => ({ ...cluster.destination, namespace: one })),
    clusterKinds: clusterScoped.map(object => ({ ...kindOf(object), name: object.metadata.name })),
    namespacedKinds: namespaced.map(kindOf),
  })
  const applications = units.map(unit =>
    application(model, {
      name: names.application(model.name, cluster, unit.name),
      project: own,
      ...directorySource(model, unit.folder, true),
      destination: cluster.destination,
      namespace,
      prune: model.gitops.onRemoval === 'delete',
      cascade: model.gitops.onRemoval === 'delete',
    }),
  )
  return [admitted, ...applications].map(object => ({ object, from: cluster.at }))
}

function kindOf({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }): GroupKindName {
  return { group: groupOf(apiVersion), kind }
}
