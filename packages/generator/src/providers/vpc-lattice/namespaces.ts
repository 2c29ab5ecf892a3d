import type { Cluster, Model } from '@espalier/model'
import type { Rendered } from '../../placed.ts'

export function namespaceObjects(cluster: Cluster, model: Model): readonly Rendered[] {
  return model.namespaces
    .filter(namespace => namespace.cluster === cluster)
    .map(({ name, labels, at }) => ({
      object: { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } },
      from: at,
    }))
}
