import type { Model, Place, Port } from '@espalier/model'
import type { FleetCluster } from './fleet.ts'

export interface DeclaredService {
  readonly ports: readonly Port[]
  /** Its line in topology.yaml. */
  readonly at: Place
}

/** Answers with what topology.yaml says of the Service of that name in a cluster: a service that runs there, or the alias of one. */
export function declaredServices(
  model: Model | undefined,
): (cluster: FleetCluster | undefined, namespace: string, name: string) => DeclaredService | undefined {
  const known = new Map<string, DeclaredService>()
  for (const { cluster, service, name, port, alias, at } of model?.exports ?? [])
    if (alias) known.set(keyOf(cluster.name, service.namespace, name), { ports: [port], at })
  for (const { namespace, name, ports, runs, at } of model?.services ?? [])
    for (const { cluster } of runs) known.set(keyOf(cluster.name, namespace, name), { ports, at })
  return (cluster, namespace, name) =>
    cluster === undefined ? undefined : known.get(keyOf(cluster.name, namespace, name))
}

function keyOf(cluster: string, namespace: string, name: string): string {
  return `${cluster}\0${namespace}\0${name}`
}
