import { type Cluster, nearest, type Related, within } from '@espalier/model'
import type { Check, Found } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { importScopes } from '../fleet/import-scopes.ts'
import { isSlip } from '../fleet/is-slip.ts'
import { kinds } from '../fleet/kinds.ts'
import { annotation, annotationAt, exportsNamed, type ImportedExport, importedExport } from '../fleet/refs.ts'
import { clusterTitle, title } from '../fleet/title.ts'
import { someOf } from '../text/some-of.ts'

/** The cluster and VPC to which a ServiceImport narrows itself are those of a cluster of the topology, or no surely misspelt name of one. */
export const importFilterNamesCluster: Check = {
  name: 'import-filter-names-cluster',
  params: noParams,
  *find(fleet) {
    const scopeOf = importScopes(fleet)
    for (const entry of fleet.ofKind([kinds.serviceImport])) {
      const wanted = importedExport(entry)
      if (annotation(entry, 'target-group-arn') !== undefined) continue
      const { outside, clusters } = scopeOf(wanted)
      const meant = clusters.length > 0 ? undefined : exportMeant(fleet, wanted)
      if (outside) yield { ...describe(fleet, entry, wanted), entry }
      else if (meant !== undefined) yield { ...describeSlip(entry, wanted, meant), entry }
    }
  },
}

/** Where no topology tells what EKS calls the clusters: an export of that name, in a cluster whose name is all but the one that is asked for. */
function exportMeant(fleet: Fleet, { eksName = '', namespace, name }: ImportedExport): Entry | undefined {
  return exportsNamed(fleet, namespace, name).find(
    ({ cluster }) => cluster !== undefined && cluster.eksName === undefined && isSlip(eksName, cluster.name),
  )
}

function describeSlip(entry: Entry, { eksName }: ImportedExport, meant: Entry): Description {
  return {
    at: annotationAt(entry, 'aws-eks-cluster-name'),
    message: `${title(entry)} asks for EKS cluster ${eksName}, but no cluster has that name; did you mean ${meant.cluster?.name}?`,
    related: [
      { at: within(meant.place, 'metadata', 'name'), message: `${clusterTitle(meant)} exports it here` },
    ],
  }
}

type Description = Pick<Found, 'at' | 'message' | 'related'>

function describe(fleet: Fleet, entry: Entry, { eksName, vpc = '' }: ImportedExport): Description {
  const clusters = fleet.model?.clusters.filter(cluster => cluster.role !== 'none') ?? []
  const named = clusters.find(one => one.eksName === eksName)
  if (eksName !== undefined && named === undefined) return describeName(entry, eksName, clusters)
  const at = annotationAt(entry, 'aws-vpc')
  if (named !== undefined) {
    const message = `${title(entry)} asks for EKS cluster ${eksName} in VPC ${vpc}, but that cluster is in ${named.vpc}`
    return { at, message, related: lineOf(named) }
  }
  const near = nearest(
    vpc,
    clusters.flatMap(one => one.vpc ?? []),
  )
  const meant = near === undefined ? undefined : clusters.find(one => one.vpc === near)
  const hint = meant ? `; did you mean ${near}, that of ${meant.name}?` : ''
  const message = `${title(entry)} asks for VPC ${vpc}, but no cluster of the service network is there${hint}`
  return { at, message, related: lineOf(meant) }
}

function describeName(entry: Entry, wrong: string, clusters: readonly Cluster[]): Description {
  const at = annotationAt(entry, 'aws-eks-cluster-name')
  const asks = `${title(entry)} asks for EKS cluster ${wrong}, but`
  const other = clusters.find(one => one.name === wrong)
  if (other !== undefined) {
    const message = `${asks} what topology.yaml calls ${wrong} is ${other.eksName} to EKS`
    return { at, message, related: lineOf(other) }
  }
  const names = clusters.map(one => one.eksName)
  const near = nearest(wrong, names)
  const hint = near === undefined ? `there are ${someOf(names)}` : `did you mean ${near}?`
  const message = `${asks} no cluster of the service network has that name; ${hint}`
  return { at, message, related: lineOf(clusters.find(one => one.eksName === near)) }
}

function lineOf(cluster: Cluster | undefined): readonly Related[] {
  return cluster ? [{ at: cluster.at, message: `cluster ${cluster.name} is declared here` }] : []
}
