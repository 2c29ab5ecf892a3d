import type { OwnedNamespace } from '@espalier/model'
import type { Rendered } from './placed.ts'

export function namespaceObject({ name, labels, at }: OwnedNamespace): Rendered {
  return { object: { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } }, from: at }
}
