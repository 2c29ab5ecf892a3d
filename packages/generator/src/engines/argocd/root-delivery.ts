import type { Cluster, Model } from '@espalier/model'
import type { Rendered } from '../../placed.ts'
import { application, directorySource } from './application.ts'
import { names } from './names.ts'
import { project } from './project.ts'

/**
 * The one thing applied by hand, or by an existing app-of-apps. Whoever may write to Argo CD's namespace is its administrator, so this
 * project admits Applications and AppProjects and nothing else.
 */
export function rootDelivery(model: Model, cluster: Cluster, folder: string): readonly Rendered[] {
  const name = names.root(model.name)
  const { repository, argocd } = model.gitops
  const admitted = project(model, {
    name,
    description: `Applications and projects of topology ${model.name}`,
    repositories: [repository],
    destinations: [{ ...cluster.destination, namespace: argocd.namespace }],
    clusterKinds: [],
    namespacedKinds: [
      { group: 'argoproj.io', kind: 'Application' },
      { group: 'argoproj.io', kind: 'AppProject' },
    ],
  })
  const root = application(model, {
    name,
    project: name,
    ...directorySource(model, folder, false),
    destination: cluster.destination,
    namespace: argocd.namespace,
    // An Application that does not cascade leaves its objects in place, so it may go when its file does.
    prune: true,
    cascade: false,
  })
  return [admitted, root].map(object => ({ object, from: cluster.at }))
}
