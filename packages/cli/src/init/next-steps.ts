import type { Model } from '@espalier/model'

/** The three things to do once the files are there; names as the user knows them, who may stand in a sub-folder. */
export function nextSteps(
  { gitops }: Model,
  shown: { readonly topology: string; readonly path: string },
  onMain: boolean,
): string {
  const engine = gitops.engine === 'flux' ? 'Flux' : 'Argo CD'
  const steps = [
    `Name your own clusters, services and routes in ${shown.topology}.`,
    onMain
      ? `Commit it. Once it is on the branch that ${engine} follows, a pull request brings ${shown.path}/.`
      : `espalier render, then commit ${shown.topology} and ${shown.path}/ together.`,
    gitops.engine === 'flux' ? fluxStep(gitops.flux.entry) : argocdStep(gitops.argocd, shown.path),
  ]
  return steps.map((step, index) => `  ${index + 1}. ${step}\n`).join('')
}

function argocdStep({ clusters, each }: Model['gitops']['argocd'], path: string): string {
  const [first] = clusters
  const one = each || first === undefined ? undefined : first.name
  const where = one === undefined ? 'every cluster' : `cluster ${one}`
  return `In ${where}, once: kubectl apply -f ${path}/${one ?? '<cluster>'}/argocd-root/`
}

// Flux takes the path from the root of the repository, wherever the user stands.
function fluxStep(entry: string): string {
  return `In every cluster, once: flux bootstrap with --path=${entry.replaceAll('{cluster}', '<cluster>')}`
}
