import { keyOf, type Place, within } from '@espalier/model'
import { field, isRecord, list, text } from '../fleet/fields.ts'

/** A CustomResourceDefinition, as far as its objects are judged by it. */
export interface Crd {
  /** `Widget.example.com`. */
  readonly groupKind: string
  readonly place: Place
  readonly versions: readonly CrdVersion[]
}

interface CrdVersion {
  readonly name: string
  readonly served: boolean
  /** Undefined where the version has none, which is not possible in apiextensions.k8s.io/v1. */
  readonly openApi: unknown
  readonly at: Place
}

/** Reads a CustomResourceDefinition; nothing for any other object, and for one that lacks what matters. */
export function readCrd(object: unknown, place: Place): Crd | undefined {
  const isCrd =
    field(object, 'apiVersion') === 'apiextensions.k8s.io/v1' &&
    field(object, 'kind') === 'CustomResourceDefinition'
  const group = text(field(object, 'spec', 'group'))
  const kind = text(field(object, 'spec', 'names', 'kind'))
  if (!isCrd || !group || !kind) return undefined
  const versions = list(field(object, 'spec', 'versions')).flatMap(
    (version, index): readonly CrdVersion[] => {
      const name = text(field(version, 'name'))
      if (!isRecord(version) || !name) return []
      const openApi = field(version, 'schema', 'openAPIV3Schema')
      const at = keyOf(within(place, 'spec', 'versions', index, 'schema', 'openAPIV3Schema'))
      return [{ name, served: version.served !== false, openApi, at }]
    },
  )
  return { groupKind: `${kind}.${group}`, place, versions }
}
