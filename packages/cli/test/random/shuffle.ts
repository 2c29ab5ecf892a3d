import type { Topology } from '@espalier/model'

/** Lists whose order means nothing; of a service's ports the first is the default, so those stay. */
const meaningless = new Set([
  'clusters',
  'services',
  'routes',
  'listeners',
  'rules',
  'to',
  'namespaces',
  'accessLogs',
  'headers',
])

/** The same topology with every list of no meaning, and the fields of every mapping, in another order. */
export function shuffled(topology: Topology, seed: number): Topology {
  let state = seed >>> 0
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const mix = <T>(items: readonly T[]): T[] => {
    const mixed = [...items]
    for (let at = mixed.length - 1; at > 0; at--) {
      const other = next(at + 1)
      const [a, b] = [mixed[at] as T, mixed[other] as T]
      mixed[at] = b
      mixed[other] = a
    }
    return mixed
  }
  const walk = (value: unknown, field: string): unknown => {
    if (Array.isArray(value)) {
      const items = value.map(item => walk(item, ''))
      return meaningless.has(field) ? mix(items) : items
    }
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(mix(Object.entries(value)).map(([key, item]) => [key, walk(item, key)]))
  }
  return walk(topology, '') as Topology
}
