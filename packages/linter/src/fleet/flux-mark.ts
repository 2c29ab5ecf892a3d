import { field } from './fields.ts'
import type { Entry } from './fleet.ts'

/** What an annotation or a label of Flux tells kustomize-controller about an object, such as `prune: disabled`. */
export function fluxMark({ object }: Entry, key: string): unknown {
  const name = `kustomize.toolkit.fluxcd.io/${key}`
  return field(object.metadata, 'annotations', name) ?? field(object.metadata, 'labels', name)
}
