import { group } from '@espalier/model'
import type { Entry, FleetCluster } from './fleet.ts'

/** Answers with the names of some objects that are in one namespace of one cluster, sorted; indexed when first asked. */
export function neighboursAmong(
  entries: readonly Entry[],
): (cluster: FleetCluster | undefined, namespace: string) => readonly string[] {
  let index: ReadonlyMap<string, readonly Entry[]> | undefined
  return (cluster, namespace) => {
    index ??= group(entries, entry => keyOf(entry.cluster, entry.namespace))
    const names = index.get(keyOf(cluster, namespace))?.map(({ name }) => name) ?? []
    return [...new Set(names)].sort()
  }
}

function keyOf(cluster: FleetCluster | undefined, namespace: string): string {
  return `${cluster?.name ?? ''}\0${namespace}`
}
