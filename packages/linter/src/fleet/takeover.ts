import type { Entry, Fleet } from './fleet.ts'
import { annotation } from './refs.ts'

/** How the controller of a cluster signs what it made, `account/cluster/vpc`. */
export interface Owner {
  readonly account: string
  readonly cluster: string
  readonly vpc: string
}

/** What the annotation `allow-takeover-from` of a route says, as it is written; blank allows nobody. */
export function takeoverFrom(route: Entry): string | undefined {
  return annotation(route, 'allow-takeover-from') || undefined
}

/** Nothing where it is no signature, which then is nobody's. */
export function ownerFrom(text: string): Owner | undefined {
  const [, account, cluster, vpc] = /^(\d{12})\/([^/]+)\/(vpc-[0-9a-z]+)$/.exec(text) ?? []
  return account && cluster && vpc ? { account, cluster, vpc } : undefined
}

/** As much of its signature as is known of an entry's cluster. */
export function signatureOf({ model }: Fleet, { cluster }: Entry): Partial<Owner> {
  const declared = model?.clusters.find(({ name }) => name === cluster?.name)
  const account = declared?.account
  const eksName = cluster?.eksName ?? declared?.eksName
  const vpc = cluster?.vpc ?? declared?.vpc
  return { ...(account && { account }), ...(eksName && { cluster: eksName }), ...(vpc && { vpc }) }
}
