import { group } from '@espalier/model'
import { everyCluster } from './every-cluster.ts'
import type { Entry, Fleet, FleetCluster } from './fleet.ts'
import { kinds } from './kinds.ts'
import { exportsNamed, type ImportedExport, isFederated } from './refs.ts'

/** As much of a cluster as filters speak of. */
type Filtered = Pick<FleetCluster, 'name' | 'role' | 'eksName' | 'vpc'>

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

/** The ServiceExports that an import may get. One in a file of no cluster is among them, and where no cluster is surely meant, any. */
export function exportsWithin(fleet: Fleet, wanted: ImportedExport, scope: ImportScope): readonly Entry[] {
  const { namespace, name, eksName } = wanted
  const { clusters, certain } = scope
  if (!certain) return exportsNamed(fleet, namespace, name)
  if (eksName === undefined)
    return exportsNamed(fleet, namespace, name).filter(({ cluster }) => !cluster || admits(wanted, cluster))
  // A name may be exported by every cluster there is; only those that are asked need a look.
  return [undefined, ...clusters]
    .flatMap(cluster => fleet.at(cluster, kinds.serviceExport, namespace, name))
    .filter(isFederated)
}

/** False where an import's filters, or its role, exclude the cluster. */
export function admits({ eksName, vpc }: ImportedExport, cluster: Filtered): boolean {
  const named = eksName === undefined || eksName === eksNameOf(cluster)
  const there = vpc === undefined || cluster.vpc === undefined || vpc === cluster.vpc
  return cluster.role !== 'none' && named && there
}

/** True where an import's filters are known to leave the cluster. */
export function admitsSurely(wanted: ImportedExport, cluster: Filtered): boolean {
  return admits(wanted, cluster) && (wanted.vpc === undefined || cluster.vpc !== undefined)
}

// The name of a cluster in EKS; where nobody has told it, most likely its own.
function eksNameOf({ eksName, name }: Filtered): string {
  return eksName ?? name
}
