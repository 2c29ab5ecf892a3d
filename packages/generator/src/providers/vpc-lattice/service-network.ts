import type { ServiceNetwork } from '@espalier/model'
import type { Rendered } from '../../placed.ts'
import { latticeVersion } from './kinds.ts'

/** The ServiceNetwork object that makes the network, where the topology asks for it. */
export function serviceNetworkObject({ name, create, at }: ServiceNetwork): readonly Rendered[] {
  if (!create) return []
  return [
    {
      object: { apiVersion: latticeVersion, kind: 'ServiceNetwork', metadata: { name }, spec: {} },
      from: at,
    },
  ]
}
