import type { Quotas } from './types.ts'

/** What a topology says by leaving a field out; the schema's descriptions repeat these figures. */
export const defaults = {
  gatewayApi: 'v1.5.1',
  controller: 'v2.1.3',
  resyncSeconds: 300,
  argocd: '3.5.1',
  argocdNamespace: 'argocd',
  revision: 'refs/heads/main',
  path: 'clusters',
} as const

/** Source: AWS VPC Lattice user guide, quotas. */
export const defaultQuotas: Quotas = {
  listenersPerService: 2,
  rulesPerListener: 10,
  targetGroupsPerService: 10,
  targetGroupsPerRegion: 500,
  servicesPerRegion: 2000,
  servicesPerNetwork: 500,
  vpcsPerNetwork: 500,
}
