import type { Destination, KubeObject, Model } from '@espalier/model'

export interface ApplicationSpec {
  readonly name: string
  readonly project: string
  readonly source: object
  readonly destination: Destination
  /** Where objects without a namespace would go; the project must admit it. */
  readonly namespace: string
  /** Objects whose file is gone are deleted. */
  readonly prune: boolean
  /** With the Application go the objects it applied. */
  readonly cascade: boolean
  readonly options?: readonly string[]
  readonly annotations?: Readonly<Record<string, string>>
  /** Labels of a namespace that Argo CD creates. */
  readonly namespaceLabels?: Readonly<Record<string, string>>
}

const syncOptions = ['FailOnSharedResource=true', 'ServerSideApply=true', 'SkipDryRunOnMissingResource=true']

/** An Argo CD Application that keeps its cluster as the repository says. Source: Argo CD operator manual, application.yaml. */
export function application(model: Model, spec: ApplicationSpec): KubeObject {
  const {
    name,
    project,
    source,
    destination,
    namespace,
    prune,
    cascade,
    options = [],
    annotations = {},
    namespaceLabels,
  } = spec
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name,
      namespace: model.gitops.argocd.namespace,
      annotations: { 'argocd.argoproj.io/compare-options': 'ServerSideDiff=true', ...annotations },
      ...(cascade ? { finalizers: ['resources-finalizer.argocd.argoproj.io'] } : {}),
    },
    spec: {
      project,
      source,
      destination: { ...destination, namespace },
      syncPolicy: {
        automated: { prune, selfHeal: true },
        retry: { limit: 5, backoff: { duration: '10s', factor: 2, maxDuration: '5m' } },
        ...(namespaceLabels === undefined ? {} : { managedNamespaceMetadata: { labels: namespaceLabels } }),
        syncOptions: [...options, ...syncOptions].sort(),
      },
    },
  }
}

/** A directory of this repository as a source; the annotation spares Argo CD work for commits elsewhere. */
export function directorySource(
  model: Model,
  path: string,
  recurse: boolean,
): Pick<ApplicationSpec, 'source' | 'annotations'> {
  const { repository, revision } = model.gitops
  return {
    source: { repoURL: repository, targetRevision: revision, path, directory: { recurse } },
    annotations: { 'argocd.argoproj.io/manifest-generate-paths': '.' },
  }
}
