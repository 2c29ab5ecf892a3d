import type { Route, ServiceNetwork } from '@espalier/model'
import type { Rendered } from '../../placed.ts'
import { latticeVersion } from './kinds.ts'
import { routePolicyName, type TargetRef, targetRef } from './target-ref.ts'

/** `s3`, `logs` or `firehose`: the controller admits one subscription per target and destination service. */
export function destinationService(arn: string): string {
  return arn.split(':')[2] ?? ''
}

/** One AccessLogPolicy for each destination of the service network's access logs, and of each route's. */
export function accessLogPolicies(network: ServiceNetwork, routes: readonly Route[]): readonly Rendered[] {
  return [
    ...network.accessLogs.map(arn => policy(network.name, arn, targetRef('Gateway', network), network)),
    ...routes.flatMap(route =>
      route.accessLogs.map(arn => policy(routePolicyName(route), arn, targetRef(route.kind, route), route)),
    ),
  ]
}

function policy(
  name: string,
  destinationArn: string,
  target: TargetRef,
  { at }: Pick<Route, 'at'>,
): Rendered {
  return {
    object: {
      apiVersion: latticeVersion,
      kind: 'AccessLogPolicy',
      metadata: { name: `${name}-${destinationService(destinationArn)}`, namespace: target.namespace },
      spec: { destinationArn, targetRef: target },
    },
    from: at,
  }
}
