import { text } from './fields.ts'
import type { Entry } from './fleet.ts'

/** True where the namespace is not settled by the manifest: a kustomization, or whoever delivers the file, may choose another. */
export function mayMove({ object, namespace, rendered, kustomized }: Entry): boolean {
  return !rendered && namespace !== '' && (kustomized || !text(object.metadata.namespace))
}
