import { field, text } from './fields.ts'
import type { Entry, Fleet, FleetCluster } from './fleet.ts'

const own: readonly string[] = ['in-cluster', 'https://kubernetes.default.svc']

/** The cluster into which Argo CD applies what an Application delivers; undefined where its destination is no cluster that is known. */
export function destinationCluster({ clusters, model }: Fleet, application: Entry): FleetCluster | undefined {
  const name = text(field(application.object, 'spec', 'destination', 'name'))
  const server = text(field(application.object, 'spec', 'destination', 'server'))
  // Whatever the clusters are called: this one is that of the Argo CD which reads the Application.
  if (own.includes(name ?? server ?? '')) return application.cluster
  const declared = model?.clusters.find(({ destination }) =>
    name === undefined ? destination.server === server : destination.name === name,
  )
  return clusters.find(cluster => cluster.name === (declared?.name ?? name))
}
