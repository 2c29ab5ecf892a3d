import type { Fleet, FleetCluster } from './fleet.ts'
import { group } from './group.ts'
import type { ImportedExport } from './refs.ts'

/** Where an import's filters let it look. */
export interface ImportScope {
  /** The clusters that its filters leave; one whose VPC nobody has told is not excluded. */
  readonly clusters: readonly FleetCluster[]
  /** Some cluster is surely meant; otherwise the export may be in one that nobody has told of. */
  readonly certain: boolean
  /** The topology is known, and the filters leave none of its clusters. */
  readonly outside: boolean
}

/** Answers with the scope of imports. A cluster that topology.yaml declares is among them even if no manifest of it was read. */
export function importScopes(fleet: Fleet): (wanted: ImportedExport) => ImportScope {
  const clusters = everyCluster(fleet).filter(cluster => cluster.role !== 'none')
  const exporting = clusters.filter(cluster => cluster.role !== 'config')
  const byEksName = group(clusters, eksNameOf)
  const hasNetwork = fleet.model?.network !== undefined
  return wanted => {
    const { eksName, vpc } = wanted
    if (eksName === undefined && vpc === undefined)
      return { clusters: exporting, certain: exporting.length > 0, outside: false }
    const named = eksName === undefined ? clusters : (byEksName.get(eksName) ?? [])
    const left = named.filter(cluster => admits(wanted, cluster))
    const certain = left.some(cluster => admitsSurely(wanted, cluster))
    return { clusters: left, certain, outside: hasNetwork && left.length === 0 }
  }
}

/** False where an import's filters, or its role, exclude the cluster. */
export function admits({ eksName, vpc }: ImportedExport, cluster: FleetCluster): boolean {
  const named = eksName === undefined || eksName === eksNameOf(cluster)
  const there = vpc === undefined || cluster.vpc === undefined || vpc === cluster.vpc
  return cluster.role !== 'none' && named && there
}

/** True where an import's filters are known to leave the cluster. */
export function admitsSurely(wanted: ImportedExport, cluster: FleetCluster): boolean {
  return admits(wanted, cluster) && (wanted.vpc === undefined || cluster.vpc !== undefined)
}

/** The name of a cluster in EKS; where nobody has told it, most likely its own. */
export function eksNameOf({ eksName, name }: FleetCluster): string {
  return eksName ?? name
}

function everyCluster({ clusters, model }: Fleet): readonly FleetCluster[] {
  const read = new Set(clusters.map(({ name }) => name))
  const unread = model?.clusters.filter(({ name }) => !read.has(name)) ?? []
  return [...clusters, ...unread.map(cluster => ({ ...cluster, rendered: false, complete: false }))]
}
