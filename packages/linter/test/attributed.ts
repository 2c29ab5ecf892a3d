import { type AttributionRequest, attribute, type Repository, readTexts } from '@espalier/linter'
import type { Model } from '@espalier/model'
import { repositoryOf } from './repository-of.ts'

export type Files = Readonly<Record<string, string>>

interface About extends Partial<Repository> {
  readonly model?: Model
  readonly given?: AttributionRequest['given']
}

/** What engines say of some files: by path the clusters, and by delivery the path and where it goes, or why nobody knows. */
export function attributed(files: Files, { model, given = () => [], ...about }: About = {}) {
  const sources = Object.entries(files).map(([file, text]) => ({ file, text }))
  const linted = sources.filter(({ file }) => /\.ya?ml$/.test(file))
  const { clusters, deliveries, remarks } = attribute({
    repository: repositoryOf(sources, linted, about),
    models: model ? [model] : [],
    read: readTexts(linted),
    given,
  })
  return {
    clusters: Object.fromEntries([...clusters].sort(([a], [b]) => (a < b ? -1 : 1))),
    deliveries: deliveries.map(({ title, what, target }) => [
      title,
      what.path,
      'cluster' in target ? target.cluster : `? ${target.unknown}`,
    ]),
    remarks,
  }
}

export function application(name: string, destination: string, path: string, rest = ''): string {
  return `---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: ${name}, namespace: argocd}
spec:
  destination: {${destination}}
  source: {repoURL: "https://github.com/acme/fleet.git", path: ${path}${rest}}
`
}

export function kustomization(name: string, path: string, rest = ''): string {
  return `---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: ${name}, namespace: flux-system}
spec: {path: ${path}, sourceRef: {kind: GitRepository, name: flux-system}${rest}}
`
}

export const settings = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\n'
