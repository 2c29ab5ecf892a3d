import type { KubeObject } from '@espalier/model'

/** A typed object of @kubernetes-models as plain data; the package declares the result of toJSON as anything. */
export function typed(object: { toJSON(): unknown }): KubeObject {
  return object.toJSON() as KubeObject
}
