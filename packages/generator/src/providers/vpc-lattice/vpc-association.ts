import type { Cluster, ServiceNetwork } from '@espalier/model'
import type { Rendered } from '../../placed.ts'
import { latticeVersion } from './kinds.ts'
import { targetRef } from './target-ref.ts'

/** The association of a config cluster's own VPC with security groups; the controller needs the Gateway beside it. */
export function vpcAssociation({ association, at }: Cluster, network: ServiceNetwork): readonly Rendered[] {
  if (typeof association === 'string') return []
  const object = {
    apiVersion: latticeVersion,
    kind: 'VpcAssociationPolicy',
    metadata: { name: network.name, namespace: network.namespace },
    spec: {
      targetRef: targetRef('Gateway', network),
      associateWithVpc: true,
      securityGroupIds: [...association.securityGroups].sort(),
    },
  }
  return [{ object, from: at }]
}
