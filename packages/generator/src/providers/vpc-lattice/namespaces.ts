import { type Cluster, controllerNamespace, type Model } from '@espalier/model'
import { namespaceObject } from '../../namespace-object.ts'
import type { Rendered } from '../../placed.ts'

/** The namespaces Espalier owns, but for the controller's, which comes with the controller. */
export function namespaceObjects(cluster: Cluster, model: Model): readonly Rendered[] {
  return model.namespaces
    .filter(namespace => namespace.cluster === cluster && namespace.name !== controllerNamespace)
    .map(namespaceObject)
}
