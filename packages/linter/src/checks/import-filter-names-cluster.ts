import { nearest } from '@espalier/model'
import type { Check, Found } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Entry, Fleet, FleetCluster } from '../fleet/fleet.ts'
import { eksNameOf, importScopes } from '../fleet/import-scope.ts'
import { kinds } from '../fleet/kinds.ts'
import { annotation, annotationAt, type ImportedExport, importedExport } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'
import { someOf } from '../text/some-of.ts'

/** The cluster and VPC to which a ServiceImport narrows itself are those of a cluster of the topology. */
export const importFilterNamesCluster: Check = {
  name: 'import-filter-names-cluster',
  params: noParams,
  *find(fleet) {
    const scopeOf = importScopes(fleet)
    for (const entry of fleet.ofKind([kinds.serviceImport])) {
      const wanted = importedExport(entry)
      if (annotation(entry, 'target-group-arn') !== undefined || !scopeOf(wanted).outside) continue
      yield { ...describe(fleet, entry, wanted), entry }
    }
  },
}

type Description = Pick<Found, 'at' | 'message' | 'related'>

function describe(fleet: Fleet, entry: Entry, { eksName, vpc }: ImportedExport): Description {
  const clusters = declaredClusters(fleet)
  const asks = `${title(entry)} asks for`
  if (eksName === undefined) {
    const meant = clusters.find(one => one.vpc === nearest(vpc ?? '', vpcsOf(clusters)))
    const hint = meant ? `; did you mean ${meant.vpc}, that of ${meant.name}?` : ''
    const message = `${asks} VPC ${vpc}, but no cluster of the service network is there${hint}`
    return { at: annotationAt(entry, 'aws-vpc'), message, related: lineOf(meant) }
  }
  const named = clusters.find(one => eksNameOf(one) === eksName)
  if (named !== undefined) {
    const message = `${asks} EKS cluster ${eksName} in VPC ${vpc}, but that cluster is in ${named.vpc}`
    return { at: annotationAt(entry, 'aws-vpc'), message, related: lineOf(named) }
  }
  const at = annotationAt(entry, 'aws-eks-cluster-name')
  const byOwnName = clusters.find(one => one.name === eksName)
  if (byOwnName !== undefined) {
    const message = `${asks} EKS cluster ${eksName}, but to EKS the cluster ${eksName} is ${eksNameOf(byOwnName)}`
    return { at, message, related: lineOf(byOwnName) }
  }
  const names = clusters.map(eksNameOf)
  const meant = clusters.find(one => eksNameOf(one) === nearest(eksName, names))
  const hint = meant ? `; did you mean ${eksNameOf(meant)}?` : `; there are ${someOf(names)}`
  const message = `${asks} EKS cluster ${eksName}, but no cluster of the service network has that name${hint}`
  return { at, message, related: lineOf(meant) }
}

function declaredClusters({ model }: Fleet): readonly FleetCluster[] {
  const members = model?.clusters.filter(cluster => cluster.role !== 'none') ?? []
  return members.map(cluster => ({ ...cluster, rendered: false, complete: false }))
}

function vpcsOf(clusters: readonly FleetCluster[]): readonly string[] {
  return clusters.flatMap(({ vpc }) => vpc ?? [])
}

function lineOf(cluster: FleetCluster | undefined): Found['related'] & object {
  if (cluster?.at === undefined) return []
  return [{ at: cluster.at, message: `cluster ${cluster.name} is declared here` }]
}
