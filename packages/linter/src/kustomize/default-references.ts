import type { FieldSpec } from './field-spec.ts'
import { podSpecs } from './pod-specs.ts'

/** The fields that name objects of some kind. */
export interface NameReference {
  readonly group?: string
  readonly version?: string
  readonly kind?: string
  readonly fieldSpecs: readonly FieldSpec[]
}

// Source: kustomize api v0.21.1, internal/konfig/builtinpluginconsts/namereference.go. No kind of Gateway API or of VPC Lattice is in
// it: a route goes on naming the Service as it was called before, unless `configurations` says otherwise.

const rbac = 'rbac.authorization.k8s.io'
const admission = 'admissionregistration.k8s.io'

function inPods(...paths: readonly string[]): readonly FieldSpec[] {
  return podSpecs.flatMap(([kind, spec]) => paths.map(path => ({ path: `${spec}/${path}`, kind })))
}

function inContainers(field: string): readonly string[] {
  return ['containers', 'initContainers'].map(list => `${list}/${field}`)
}

const resourceNames: readonly FieldSpec[] = ['Role', 'ClusterRole'].map(kind => ({
  path: 'rules/resourceNames',
  kind,
}))

/** The references that kustomize keeps right when it renames something. */
export const nameReferences: readonly NameReference[] = [
  ...['Deployment', 'ReplicationController', 'ReplicaSet', 'StatefulSet'].map(kind => ({
    kind,
    fieldSpecs: [{ path: 'spec/scaleTargetRef/name', kind: 'HorizontalPodAutoscaler' }],
  })),
  {
    kind: 'ConfigMap',
    version: 'v1',
    fieldSpecs: [
      ...inPods(
        'volumes/configMap/name',
        'volumes/projected/sources/configMap/name',
        ...inContainers('env/valueFrom/configMapKeyRef/name'),
        ...inContainers('envFrom/configMapRef/name'),
      ),
      { path: 'spec/configSource/configMap', kind: 'Node' },
      ...resourceNames,
    ],
  },
  {
    kind: 'Secret',
    version: 'v1',
    fieldSpecs: [
      ...inPods(
        'volumes/secret/secretName',
        'volumes/projected/sources/secret/name',
        'imagePullSecrets/name',
        ...inContainers('env/valueFrom/secretKeyRef/name'),
        ...inContainers('envFrom/secretRef/name'),
      ),
      { path: 'spec/tls/secretName', kind: 'Ingress' },
      { path: 'imagePullSecrets/name', kind: 'ServiceAccount' },
      ...resourceNames,
    ],
  },
  {
    kind: 'Service',
    version: 'v1',
    fieldSpecs: [
      { path: 'spec/serviceName', kind: 'StatefulSet', group: 'apps' },
      ...[
        'spec/rules/http/paths/backend/serviceName',
        'spec/backend/serviceName',
        'spec/rules/http/paths/backend/service/name',
        'spec/defaultBackend/service/name',
      ].map(path => ({ path, kind: 'Ingress' })),
      { path: 'spec/service/name', kind: 'APIService', group: 'apiregistration.k8s.io' },
      { path: 'webhooks/clientConfig/service', kind: 'ValidatingWebhookConfiguration', group: admission },
      { path: 'webhooks/clientConfig/service', kind: 'MutatingWebhookConfiguration', group: admission },
    ],
  },
  { kind: 'Role', group: rbac, fieldSpecs: [{ path: 'roleRef/name', kind: 'RoleBinding', group: rbac }] },
  {
    kind: 'ClusterRole',
    group: rbac,
    fieldSpecs: ['RoleBinding', 'ClusterRoleBinding'].map(kind => ({
      path: 'roleRef/name',
      kind,
      group: rbac,
    })),
  },
  {
    kind: 'ServiceAccount',
    version: 'v1',
    fieldSpecs: [
      ...['RoleBinding', 'ClusterRoleBinding'].map(kind => ({ path: 'subjects', kind, group: rbac })),
      ...inPods('serviceAccountName').filter(({ kind }) => kind !== 'ReplicaSet' && kind !== 'PodTemplate'),
    ],
  },
  {
    kind: 'PersistentVolumeClaim',
    version: 'v1',
    fieldSpecs: inPods('volumes/persistentVolumeClaim/claimName').filter(
      ({ kind }) => kind !== 'ReplicaSet' && kind !== 'PodTemplate',
    ),
  },
  {
    kind: 'PersistentVolume',
    version: 'v1',
    fieldSpecs: [{ path: 'spec/volumeName', kind: 'PersistentVolumeClaim' }],
  },
  {
    kind: 'ValidatingAdmissionPolicy',
    group: admission,
    fieldSpecs: [{ path: 'spec/policyName', kind: 'ValidatingAdmissionPolicyBinding', group: admission }],
  },
]
