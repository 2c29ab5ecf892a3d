import type { Topology } from './types.ts'

/** The cluster that runs Argo CD, `each` for all of them: as written, else the config cluster, the older one while one replaces another. */
export function argocdCluster({ gitops, clusters }: Topology): string | undefined {
  const configs = clusters.filter(cluster => cluster.role === 'config')
  return (
    gitops.argocd?.cluster ?? (configs.find(cluster => cluster.replaces === undefined) ?? configs[0])?.name
  )
}
