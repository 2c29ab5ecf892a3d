import { type Cluster, type Model, type Problem, within } from '@espalier/model'

/** Argo CD would deliver two clusters to the same API server, and each would take the other's objects for its own. */
export function sameDestinations({ gitops, clusters }: Model): readonly Problem[] {
  const { each, clusters: hosts } = gitops.argocd
  if (each) return []
  const isDefault = ({ name, destination }: Cluster): boolean =>
    destination.name === name || (destination.name === inCluster && hosts.some(host => host.name === name))
  // Where one of two destinations is written down, it is the one to change.
  const ordered = [...clusters.filter(isDefault), ...clusters.filter(cluster => !isDefault(cluster))]
  const first = new Map<string, Cluster>()
  return ordered.flatMap(cluster => {
    const key = keyOf(cluster)
    const before = first.get(key)
    first.set(key, before ?? cluster)
    if (before === undefined || before.name === cluster.name) return []
    const message = `clusters ${before.name} and ${cluster.name} are both ${key} in Argo CD; give each a destination of its own`
    return {
      check: 'beyond-engine',
      message,
      at: within(cluster.at, isDefault(cluster) ? 'name' : 'destination'),
      related: [{ at: before.at, message: before.name }],
    }
  })
}

const inCluster = 'in-cluster'

// Argo CD knows the cluster it runs in by this name and this address, and servers without a slash at the end.
function keyOf({ destination: { name, server = '' } }: Cluster): string {
  const address = server.replace(/\/+$/, '')
  return name ?? (address === 'https://kubernetes.default.svc' ? inCluster : address)
}
