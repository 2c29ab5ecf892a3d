import type { Answers } from './answers.ts'
import { yamlText } from './yaml-text.ts'

/** The part of a topology that says who delivers the rendered files. */
export function engineText({ engine, repository, branch, path, config }: Answers): string {
  return `\
gitops:
  engine: ${yamlText(engine)}
  # This repository as the engine fetches it, and the branch it follows.
  repository: ${yamlText(repository)}
  revision: ${yamlText(`refs/heads/${branch}`)}
  # The rendered tree: every file in <path>/<cluster>/ is for that cluster and no other.
  path: ${yamlText(path)}
  # Objects whose file is gone: orphan leaves them in the cluster, delete removes them.
  onRemoval: orphan
${engine === 'flux' ? fluxText(path) : argocdText(config.name)}`
}

function argocdText(cluster: string): string {
  return `\
  # The cluster that runs Argo CD; "each" where every cluster has its own.
  argocd: {cluster: ${yamlText(cluster)}, namespace: argocd}
`
}

function fluxText(path: string): string {
  return `\
  # The folder that Flux syncs in each cluster; Espalier writes only the folder espalier in it.
  flux: {entry: ${JSON.stringify(`${path}/{cluster}/flux`)}}
`
}
