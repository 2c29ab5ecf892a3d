import type { ServiceNetwork } from '@espalier/model'
import type { Rendered } from '../../placed.ts'
import { gatewayGroup, latticeVersion } from './kinds.ts'

/** `s3`, `logs` or `firehose`: the controller admits one subscription per target and destination service. */
export function destinationService(arn: string): string {
  return arn.split(':')[2] ?? ''
}

/** One AccessLogPolicy on the Gateway for each destination of the service network's access logs. */
export function accessLogPolicies({ name, namespace, accessLogs, at }: ServiceNetwork): readonly Rendered[] {
  return accessLogs.map(destinationArn => ({
    object: {
      apiVersion: latticeVersion,
      kind: 'AccessLogPolicy',
      metadata: { name: `${name}-${destinationService(destinationArn)}`, namespace },
      spec: { destinationArn, targetRef: { group: gatewayGroup, kind: 'Gateway', name, namespace } },
    },
    from: at,
  }))
}
