import type { Entry, Fleet, FleetCluster } from './fleet.ts'
import { indexFleet } from './index-fleet.ts'
import type { SureRole } from './sure-roles.ts'

/** The fleet with the roles of some of its clusters known. */
export function withRoles(fleet: Fleet, roles: readonly SureRole[]): Fleet {
  if (roles.length === 0) return fleet
  const clusters = fleet.clusters.map((cluster): FleetCluster => {
    const role = roles.find(one => one.cluster === cluster.name)?.role
    return role === undefined ? cluster : { ...cluster, role }
  })
  const byName = new Map(clusters.map(cluster => [cluster.name, cluster]))
  const moved = (entry: Entry): Entry =>
    entry.cluster === undefined ? entry : { ...entry, cluster: byName.get(entry.cluster.name) }
  return indexFleet({
    ...fleet,
    clusters,
    entries: fleet.entries.map(moved),
    patches: fleet.patches.map(moved),
  })
}
