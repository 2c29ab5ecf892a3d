import { type Destination, isOlder, type KubeObject, type Model } from '@espalier/model'

export interface GroupKindName {
  readonly group: string
  readonly kind: string
  readonly name?: string
}

export interface ProjectSpec {
  readonly name: string
  readonly description: string
  readonly repositories: readonly string[]
  readonly destinations: readonly (Destination & { readonly namespace: string })[]
  readonly clusterKinds: readonly GroupKindName[]
  /** Absent: every namespaced kind. */
  readonly namespacedKinds?: readonly GroupKindName[]
  /** Namespaced kinds that are refused even so. */
  readonly refusedKinds?: readonly GroupKindName[]
}

// Without its project an Application that leaves in the same step can no longer delete what it applied. Source: Argo CD operator manual,
// project.yaml: the project stays until no Application refers to it.
const untilUnused = 'resources-finalizer.argocd.argoproj.io'

/** An AppProject that admits what it lists and nothing else. Source: argo-cd@v3.5.1 pkg/apis/application/v1alpha1/app_project_types.go. */
export function project(model: Model, spec: ProjectSpec): KubeObject {
  const { name, description, repositories, destinations, clusterKinds, namespacedKinds, refusedKinds } = spec
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name, namespace: model.gitops.argocd.namespace, finalizers: [untilUnused] },
    spec: {
      description,
      sourceRepos: unique(repositories, repository => repository),
      destinations: unique(
        destinations,
        ({ name: cluster = '', server = '', namespace }) => `${cluster} ${server} ${namespace}`,
      ),
      clusterResourceWhitelist: unique(
        named(model) ? clusterKinds : clusterKinds.map(withoutName),
        keyOfKind,
      ),
      ...(namespacedKinds === undefined
        ? {}
        : { namespaceResourceWhitelist: unique(namespacedKinds, keyOfKind) }),
      ...(refusedKinds === undefined ? {} : { namespaceResourceBlacklist: unique(refusedKinds, keyOfKind) }),
    },
  }
}

// Earlier releases refuse or lose the name, and then admit every object of the kind.
function named(model: Model): boolean {
  return !isOlder(model.gitops.argocd.version, '3.3.0')
}

function withoutName({ group, kind }: GroupKindName): GroupKindName {
  return { group, kind }
}

function keyOfKind({ group, kind, name = '' }: GroupKindName): string {
  return `${group} ${kind} ${name}`
}

function unique<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const byKey = new Map(items.map(item => [keyOf(item), item]))
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item)
}
