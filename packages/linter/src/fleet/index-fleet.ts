import { group } from '@espalier/model'
import type { Entry, Fleet, FleetCluster } from './fleet.ts'
import { oncePer } from './once-per.ts'

type Read = Omit<Fleet, 'ofKind' | 'at' | 'anywhere' | 'namesakes'>

/** Adds the indexes: each is built once, in the order of the entries. */
export function indexFleet(read: Read): Fleet {
  const byKind = new Map<string, Entry[]>()
  const byName = new Map<string, Entry[]>()
  const byKinds = new Map<string, readonly Entry[]>()
  const order = new Map<Entry, number>()
  const inOrder = (a: Entry, b: Entry): number => (order.get(a) ?? 0) - (order.get(b) ?? 0)
  read.entries.forEach((entry, index) => {
    order.set(entry, index)
    add(byKind, entry.kind, entry)
    add(byName, nameKey(entry.kind, entry.namespace, entry.name), entry)
  })
  const anywhere: Fleet['anywhere'] = (kind, namespace, name) =>
    byName.get(nameKey(kind, namespace, name)) ?? none
  return {
    ...read,
    ofKind(kinds) {
      const [only = '', ...others] = kinds
      if (others.length === 0) return byKind.get(only) ?? none
      // Many rules ask for the same few lists of kinds.
      const key = kinds.join()
      const known = byKinds.get(key) ?? kinds.flatMap(kind => byKind.get(kind) ?? []).sort(inOrder)
      byKinds.set(key, known)
      return known
    },
    at: (cluster, kind, namespace, name) => inCluster(anywhere(kind, namespace, name), cluster),
    anywhere,
    namesakes: () => [...byName.values()].filter(({ length }) => length > 1),
  }
}

const none: readonly Entry[] = []

/** Most names are in one cluster only; where there are many, each cluster's are looked up. */
function inCluster(entries: readonly Entry[], cluster: FleetCluster | undefined): readonly Entry[] {
  const [first, second] = entries
  if (first === undefined) return none
  if (second === undefined) return first.cluster?.name === cluster?.name ? entries : none
  return byCluster(entries).get(cluster?.name ?? '') ?? none
}

const byCluster = oncePer((entries: readonly Entry[]) => group(entries, ({ cluster }) => cluster?.name ?? ''))

function nameKey(kind: string, namespace: string, name: string): string {
  return `${kind}\0${namespace}\0${name}`
}

function add(index: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = index.get(key)
  if (entries === undefined) index.set(key, [entry])
  else entries.push(entry)
}
