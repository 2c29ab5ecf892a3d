import type { FieldSpec } from './field-spec.ts'

// Source: kustomize api v0.21.1, internal/konfig/builtinpluginconsts/{metadatalabels,commonlabels,commonannotations}.go

/** Where `labels` goes with `includeTemplates`. */
export const templateLabels: readonly FieldSpec[] = [
  { path: 'metadata/labels', create: true },
  { path: 'spec/template/metadata/labels', create: true, version: 'v1', kind: 'ReplicationController' },
  { path: 'spec/template/metadata/labels', create: true, kind: 'Deployment' },
  { path: 'spec/template/metadata/labels', create: true, kind: 'ReplicaSet' },
  { path: 'spec/template/metadata/labels', create: true, kind: 'DaemonSet' },
  { path: 'spec/template/metadata/labels', create: true, group: 'apps', kind: 'StatefulSet' },
  {
    path: 'spec/volumeClaimTemplates[]/metadata/labels',
    create: true,
    group: 'apps',
    kind: 'StatefulSet',
  },
  { path: 'spec/template/metadata/labels', create: true, group: 'batch', kind: 'Job' },
  { path: 'spec/jobTemplate/metadata/labels', create: true, group: 'batch', kind: 'CronJob' },
  {
    path: 'spec/jobTemplate/spec/template/metadata/labels',
    create: true,
    group: 'batch',
    kind: 'CronJob',
  },
]

const affinity = ['podAffinity', 'podAntiAffinity'].flatMap(one => [
  `affinity/${one}/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm`,
  `affinity/${one}/requiredDuringSchedulingIgnoredDuringExecution`,
])

const spread = ['Deployment', 'StatefulSet'].flatMap(kind =>
  [...affinity, 'topologySpreadConstraints'].map(term => ({
    path: `spec/template/spec/${term}/labelSelector/matchLabels`,
    group: 'apps',
    kind,
  })),
)

/** Where `commonLabels` goes, and `labels` with `includeSelectors`. */
export const commonLabels: readonly FieldSpec[] = [
  { path: 'spec/selector', create: true, version: 'v1', kind: 'Service' },
  { path: 'spec/selector', create: true, version: 'v1', kind: 'ReplicationController' },
  { path: 'spec/selector/matchLabels', create: true, kind: 'Deployment' },
  { path: 'spec/selector/matchLabels', create: true, kind: 'ReplicaSet' },
  { path: 'spec/selector/matchLabels', create: true, kind: 'DaemonSet' },
  { path: 'spec/selector/matchLabels', create: true, group: 'apps', kind: 'StatefulSet' },
  ...spread,
  { path: 'spec/selector/matchLabels', group: 'batch', kind: 'Job' },
  { path: 'spec/jobTemplate/spec/selector/matchLabels', group: 'batch', kind: 'CronJob' },
  { path: 'spec/selector/matchLabels', group: 'policy', kind: 'PodDisruptionBudget' },
  { path: 'spec/podSelector/matchLabels', group: 'networking.k8s.io', kind: 'NetworkPolicy' },
  { path: 'spec/ingress/from/podSelector/matchLabels', group: 'networking.k8s.io', kind: 'NetworkPolicy' },
  { path: 'spec/egress/to/podSelector/matchLabels', group: 'networking.k8s.io', kind: 'NetworkPolicy' },
  ...templateLabels,
]

/** Where `commonAnnotations` goes. */
export const commonAnnotations: readonly FieldSpec[] = templateLabels
  .filter(({ path }) => !path.includes('[]'))
  .map(({ path, ...spec }) => ({ ...spec, path: path.replace(/labels$/, 'annotations') }))
