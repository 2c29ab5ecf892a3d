import type { Problem } from '../../finding.ts'
import { argocdCluster } from '../argocd-cluster.ts'
import { defaults } from '../defaults.ts'
import type { Cluster, Gitops } from '../model.ts'
import { at, type Written } from '../written.ts'
import { clusterFinder } from './references.ts'
import { type Resolved, resolved } from './resolved.ts'

/** The delivery settings, with the clusters that run Argo CD found. */
export function resolveGitops(written: Written, clusters: readonly Cluster[]): Resolved<Gitops> {
  const { gitops } = written.topology
  const runs = argocdClusters(written, clusters)
  return resolved(
    {
      engine: gitops.engine,
      repository: gitops.repository,
      revision: gitops.revision ?? defaults.revision,
      path: folder(gitops.path ?? defaults.path),
      onRemoval: gitops.onRemoval ?? 'orphan',
      argocd: {
        clusters: runs.value,
        each: gitops.argocd?.cluster === 'each',
        namespace: gitops.argocd?.namespace ?? defaults.argocdNamespace,
        version: gitops.argocd?.version ?? defaults.argocd,
      },
      flux: {
        entry: folder(gitops.flux?.entry ?? `${folder(gitops.path ?? defaults.path)}/{cluster}/flux`),
        source: {
          kind: 'GitRepository',
          name: 'flux-system',
          namespace: 'flux-system',
          ...gitops.flux?.source,
        },
      },
      at: at(written, 'gitops'),
    },
    runs.problems,
  )
}

function folder(path: string): string {
  return path.replace(/^\.\//, '').replace(/\/+$/, '')
}

function argocdClusters(written: Written, clusters: readonly Cluster[]): Resolved<readonly Cluster[]> {
  const { gitops, serviceNetwork } = written.topology
  if (gitops.engine !== 'argocd') return resolved([])
  const name = argocdCluster(written.topology)
  if (name === 'each') return resolved(clusters)
  if (name !== undefined) {
    const { value, problems } = clusterFinder(clusters)(name, at(written, 'gitops', 'argocd', 'cluster'))
    return resolved(value === undefined ? [] : [value], problems)
  }
  // Without a config cluster, that is what has to be said.
  if (serviceNetwork !== undefined) return resolved([])
  const message = 'gitops.argocd.cluster is missing: name the cluster that runs Argo CD, or "each"'
  const problem: Problem = { check: 'missing-field', message, at: at(written, 'gitops', 'argocd') }
  return resolved([], [problem])
}
