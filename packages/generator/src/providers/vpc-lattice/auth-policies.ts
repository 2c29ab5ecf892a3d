import type { Route, ServiceNetwork } from '@espalier/model'
import type { Rendered } from '../../placed.ts'
import { latticeVersion } from './kinds.ts'
import { routePolicyName, type TargetRef, targetRef } from './target-ref.ts'

/** The IAMAuthPolicies of the service network and of the routes that have one. */
export function authPolicies(network: ServiceNetwork, routes: readonly Route[]): readonly Rendered[] {
  return [
    ...policy(network.name, network.auth, targetRef('Gateway', network), network),
    ...routes.flatMap(route =>
      policy(routePolicyName(route), route.auth, targetRef(route.kind, route), route),
    ),
  ]
}

function policy(
  name: string,
  document: string | undefined,
  target: TargetRef,
  { at }: Pick<Route, 'at'>,
): readonly Rendered[] {
  if (document === undefined) return []
  const object = {
    apiVersion: latticeVersion,
    kind: 'IAMAuthPolicy',
    metadata: { name, namespace: target.namespace },
    spec: { policy: document, targetRef: target },
  }
  return [{ object, from: at }]
}
