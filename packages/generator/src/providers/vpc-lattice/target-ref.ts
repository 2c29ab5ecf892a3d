import { gatewayGroup } from './kinds.ts'

export interface TargetRef {
  readonly group: string
  readonly kind: string
  readonly name: string
  readonly namespace: string
}

/** Left out, the controller takes the namespace for `default` in one kind of policy and for the policy's own in another. */
export function targetRef(
  kind: string,
  { name, namespace }: { readonly name: string; readonly namespace: string },
): TargetRef {
  return { group: gatewayGroup, kind, name, namespace }
}

/** The name of a policy for a route; two routes of different kinds may share theirs. */
export function routePolicyName(route: { readonly name: string; readonly kind: string }): string {
  return `${route.name}-${route.kind.toLowerCase()}`
}
