import type { Model } from '@espalier/model'

/** The three things to do once the files are there. */
export function nextSteps(
  { gitops }: Model,
  shown: { readonly topology: string; readonly path: string },
  onMain: boolean,
): string {
  const steps = [
    `Name your own clusters, services and routes in ${shown.topology}.`,
    onMain
      ? `Commit it. Once it is on the branch that ${engineNames[gitops.engine]} follows, a pull request brings ${shown.path}/.`
      : `espalier render, then commit ${shown.topology} and ${shown.path}/ together.`,
    gitops.engine === 'flux'
      ? fluxStep(shown.path)
      : argocdStep(gitops.argocd.clusters[0]?.name ?? '', shown.path),
  ]
  return steps.map((step, index) => `  ${index + 1}. ${step}\n`).join('')
}

const engineNames = { argocd: 'Argo CD', flux: 'Flux' } as const

function argocdStep(cluster: string, path: string): string {
  return `In cluster ${cluster}, once: kubectl apply -f ${path}/${cluster}/argocd-root/`
}

function fluxStep(path: string): string {
  return `In every cluster, once: flux bootstrap with --path=${path}/<cluster>/flux`
}
