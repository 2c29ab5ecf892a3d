import { type Cluster, controllerNamespace, type Model } from '@espalier/model'
import { platformUnits } from '../../controller/platform-units.ts'
import { namespaceObject } from '../../namespace-object.ts'
import type { Rendered } from '../../placed.ts'

/** The namespaces Espalier owns; the controller's comes with the controller where that is installed. */
export function namespaceObjects(cluster: Cluster, model: Model): readonly Rendered[] {
  const installed = platformUnits(cluster, model).includes('controller')
  return model.namespaces
    .filter(one => one.cluster === cluster && !(installed && one.name === controllerNamespace))
    .map(namespaceObject)
}
