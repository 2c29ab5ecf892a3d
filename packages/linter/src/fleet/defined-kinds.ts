import type { KubeObject } from '@espalier/model'
import { field } from './fields.ts'
import type { Fleet } from './fleet.ts'
import { kinds } from './kinds.ts'
import { oncePer } from './once-per.ts'

/** By kind, the CustomResourceDefinition among the manifests that defines it; of several the last one. */
export const definedKinds: (fleet: Fleet) => ReadonlyMap<string, KubeObject> = oncePer(
  fleet =>
    new Map(
      fleet
        .ofKind([kinds.customResourceDefinition])
        .map(({ object }) => [
          `${field(object.spec, 'names', 'kind')}.${field(object.spec, 'group')}`,
          object,
        ]),
    ),
)
