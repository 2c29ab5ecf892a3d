import { group, type Place } from '@espalier/model'
import type { Entry, Fleet } from './fleet.ts'
import { isMeantFor } from './is-meant-for.ts'
import { kinds, routeKinds } from './kinds.ts'
import { latticeOf } from './lattice.ts'
import { title } from './title.ts'

/** A role that what was read leaves no doubt about. */
export interface SureRole {
  readonly cluster: string
  readonly role: 'config' | 'workload'
  /** What shows it. */
  readonly at: Place
}

export interface SureRoles {
  /** The config cluster first. */
  readonly roles: readonly SureRole[]
  /** Why there are none, where a Gateway here and exports there look as if there were. */
  readonly doubt?: string
}

/**
 * The config cluster is the only one with a Gateway of VPC Lattice, has imports and no exports; workload clusters export and have nothing
 * else, but for routes that are surely meant for the config cluster, with copies of its imports beside them. Whatever does not fit this picture leaves every role open: which of
 * it is the mistake is not ours to say.
 */
export function sureRoles(fleet: Fleet): SureRoles {
  const gateways = byCluster(fleet, [kinds.gateway])
  const exports = byCluster(fleet, [kinds.serviceExport])
  const [[config, [gateway]] = ['', []], [another, [second]] = ['', []]] = [...gateways]
  if (gateway === undefined || [...exports.keys()].every(name => name === config)) return { roles: [] }
  const isHere = `${config} has ${shown(gateway)}`
  if (second !== undefined) return doubt(`${isHere}, and ${another} has ${shown(second)}`)
  const imports = byCluster(fleet, [kinds.serviceImport])
  if (!imports.has(config)) return doubt(`${isHere} and no ServiceImport`)
  const own = exports.get(config)
  if (own !== undefined) return doubt(`${isHere} and ${shown(own[0])}`)
  const routes = byCluster(fleet, routeKinds)
  const others = new Set([...exports.keys(), ...imports.keys(), ...routes.keys()])
  others.delete(config)
  for (const name of others) {
    const exported = exports.get(name)?.[0]
    const intended = { gateway, routes: routes.get(config) ?? [], imports: imports.get(config) ?? [] }
    const odd = routes.get(name)?.find(route => !isMeantFor(route, intended))
    const mayCopy = routes.has(name) && odd === undefined
    const more = imports.get(name)?.find(one => !(mayCopy && hasCopyOf(one, intended.imports))) ?? odd
    if (more !== undefined)
      return doubt(
        `${isHere}, and ${name} has ${exported ? `${shown(exported)} and ${shown(more)}` : `${shown(more)} and no ServiceExport`}`,
      )
  }
  const workloads = [...exports].map(
    ([cluster, [{ place }]]): SureRole => ({ cluster, role: 'workload', at: place }),
  )
  // A route alone, though it be meant for another cluster, does not show what its own is.
  return { roles: [{ cluster: config, role: 'config', at: gateway.place }, ...workloads] }
}

function hasCopyOf({ namespace, name }: Entry, imports: readonly Entry[]): boolean {
  return imports.some(one => one.namespace === namespace && one.name === name)
}

function byCluster(fleet: Fleet, kinds: readonly string[]) {
  const owned = latticeOf(fleet, kinds).filter(({ cluster }) => cluster !== undefined)
  return group(owned, ({ cluster }) => cluster?.name ?? '')
}

function shown(entry: Entry): string {
  return `${title(entry)} (${entry.place.source.file})`
}

function doubt(since: string): SureRoles {
  return {
    roles: [],
    doubt: `which cluster is the config cluster is left open, since ${since}; --role says it`,
  }
}
