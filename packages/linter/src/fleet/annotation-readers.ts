import { kinds, routeKinds } from './kinds.ts'

/** What the controller's own annotations begin with. */
export const latticePrefix = 'application-networking.k8s.aws/'

// Source: aws-application-networking-k8s@v2.1.3 pkg/k8s/utils.go and the controllers of each kind.
const readers: ReadonlyMap<string, readonly string[]> = new Map([
  ['federation', [kinds.serviceExport]],
  ['port', [kinds.serviceExport]],
  ['service-name', [kinds.serviceExport]],
  ['export-name', [kinds.serviceImport]],
  ['aws-eks-cluster-name', [kinds.serviceImport]],
  ['aws-vpc', [kinds.serviceImport]],
  ['target-group-arn', [kinds.serviceImport]],
  ['standalone', [kinds.gateway, ...routeKinds]],
  ['allow-takeover-from', routeKinds],
  ['service-name-override', routeKinds],
  [
    'tags',
    [
      ...routeKinds,
      kinds.serviceExport,
      kinds.serviceNetwork,
      kinds.vpcAssociationPolicy,
      kinds.accessLogPolicy,
    ],
  ],
])

/** The kinds of which the controller reads an annotation, given without its prefix; nothing for those it does not know. */
export function readersOf(key: string): readonly string[] | undefined {
  return /^rule-\d+-priority$/.test(key) ? routeKinds : readers.get(key)
}
