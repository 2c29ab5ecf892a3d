import type { FleetCluster, SureRoles } from '@espalier/linter'
import { didYouMean } from '@espalier/model'
import type { NamedCluster, Roles } from './named-clusters.ts'
import type { Territory } from './territory.ts'

export function namesIn({ model }: Territory): readonly string[] {
  return model.clusters.map(({ name }) => name)
}

/** A name that `--cluster` misspells, or a role that contradicts the topology. */
export function strangerAmong(
  named: readonly NamedCluster[],
  roles: Roles,
  territories: readonly Territory[],
): string | undefined {
  const clusters = territories.flatMap(({ model }) => model.clusters)
  const names = clusters.map(({ name }) => name)
  const lost = named.find(({ name }) => names.length > 0 && !names.includes(name) && !roles.has(name))
  if (lost !== undefined)
    return `--cluster ${lost.name}: the topology has no such cluster${didYouMean(lost.name, names)}; --role ${lost.name}=… adds one`
  for (const [name, role] of roles) {
    const cluster = clusters.find(one => one.name === name)
    if (cluster !== undefined && cluster.role !== role)
      return `--role ${name}=${role}: the topology says ${cluster.role}`
  }
  return undefined
}

/** A role for a cluster that nothing is known of. */
export function unknownRole(roles: Roles, known: readonly string[]): string | undefined {
  const name = [...roles.keys()].find(one => !known.includes(one))
  if (name === undefined) return undefined
  const hint = didYouMean(name, known)
  return `--role ${name}=…: no --cluster has this name, and no Application or Kustomization leads to a cluster of this name${hint}`
}

/** Clusters that no topology declares; once some role is told, those without one are workload clusters. */
export function newClusters(
  names: readonly string[],
  known: readonly FleetCluster[],
  roles: Roles,
): readonly FleetCluster[] {
  const otherwise = roles.size > 0 ? 'workload' : 'unknown'
  return names
    .filter(name => !known.some(cluster => cluster.name === name))
    .map(name => ({ name, role: roles.get(name) ?? otherwise, rendered: false, complete: false }))
}

/** Roles that nobody told are said, so that nobody wonders; so is what left them open. */
export function roleRemarks({ roles, doubt }: SureRoles): readonly string[] {
  const [config, ...workloads] = roles
  if (config === undefined) return doubt === undefined ? [] : [doubt]
  const others = workloads.map(({ cluster }) => cluster).join(', ')
  return [
    `${config.cluster} is taken for the config cluster, since it alone has a Gateway of VPC Lattice (${config.at.source.file}), and those that export for workload clusters: ${others}; --role says otherwise`,
  ]
}
