import type { Entry, Fleet, FleetCluster } from './fleet.ts'

type Read = Omit<Fleet, 'ofKind' | 'at' | 'anywhere'>

/** Adds the indexes: each is built once, in the order of the entries. */
export function indexFleet(read: Read): Fleet {
  const byKind = new Map<string, Entry[]>()
  const byName = new Map<string, Entry[]>()
  const byPlace = new Map<string, Entry[]>()
  const byKinds = new Map<string, readonly Entry[]>()
  const order = new Map<Entry, number>()
  const inOrder = (a: Entry, b: Entry): number => (order.get(a) ?? 0) - (order.get(b) ?? 0)
  read.entries.forEach((entry, index) => {
    const name = nameKey(entry.kind, entry.namespace, entry.name)
    order.set(entry, index)
    add(byKind, entry.kind, entry)
    add(byName, name, entry)
    add(byPlace, placeKey(entry.cluster, name), entry)
  })
  return {
    ...read,
    ofKind(kinds) {
      const [only = '', ...others] = kinds
      if (others.length === 0) return byKind.get(only) ?? []
      // Many rules ask for the same few lists of kinds.
      const key = kinds.join()
      const known = byKinds.get(key) ?? kinds.flatMap(kind => byKind.get(kind) ?? []).sort(inOrder)
      byKinds.set(key, known)
      return known
    },
    at: (cluster, kind, namespace, name) =>
      byPlace.get(placeKey(cluster, nameKey(kind, namespace, name))) ?? [],
    anywhere: (kind, namespace, name) => byName.get(nameKey(kind, namespace, name)) ?? [],
  }
}

function nameKey(kind: string, namespace: string, name: string): string {
  return `${kind}\0${namespace}\0${name}`
}

function placeKey(cluster: FleetCluster | undefined, name: string): string {
  return `${cluster?.name ?? ''}\0${name}`
}

function add(index: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = index.get(key)
  if (entries === undefined) index.set(key, [entry])
  else entries.push(entry)
}
