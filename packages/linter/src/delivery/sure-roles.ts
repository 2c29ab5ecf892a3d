import { groupKind, type Place } from '@espalier/model'
import type { Texts } from '../fleet/documents.ts'
import { field, text } from '../fleet/fields.ts'
import type { Tagged } from '../fleet/fleet.ts'
import { kinds, routeKinds } from '../fleet/kinds.ts'

/** A role that what was read leaves no doubt about. */
export interface SureRole {
  readonly cluster: string
  readonly role: 'config' | 'workload'
  /** What shows it. */
  readonly at: Place
}

/**
 * The config cluster is the only one with a Gateway of VPC Lattice, has imports and no exports; workload clusters export and have nothing
 * else. Whatever does not fit this picture leaves every role open: which of it is the mistake is not ours to say.
 */
export function sureRoles(tagged: readonly Tagged[], texts: Texts): readonly SureRole[] {
  const shown = [...evidence(tagged, texts)]
  const [config, ...others] = shown.filter(([, found]) => found.has('gateway'))
  const gateway = config?.[1].get('gateway')
  if (config === undefined || gateway === undefined || others.length > 0) return []
  if (!config[1].has('import') || config[1].has('export')) return []
  const rest = shown.filter(([name]) => name !== config[0])
  const workloads = rest.flatMap(([cluster, found]): readonly SureRole[] => {
    const at = found.get('export')
    return at === undefined || found.size > 1 ? [] : [{ cluster, role: 'workload', at }]
  })
  if (workloads.length === 0 || workloads.length < rest.length) return []
  return [{ cluster: config[0], role: 'config', at: gateway }, ...workloads]
}

type Evidence = Map<What, Place>

/** By cluster: the first of everything of VPC Lattice that it holds. */
function evidence(tagged: readonly Tagged[], texts: Texts): ReadonlyMap<string, Evidence> {
  const clusters = new Map<string, Evidence>()
  const note = (cluster: string, what: What | undefined, place: Place): void => {
    if (what === undefined) return
    const found = clusters.get(cluster) ?? new Map<What, Place>()
    clusters.set(cluster, found)
    if (!found.has(what)) found.set(what, place)
  }
  for (const { source, cluster } of tagged) {
    if (cluster === undefined || !/gateway\.networking\.k8s\.io|application-networking/.test(source.text))
      continue
    for (const { value, place } of texts.get(source)?.documents ?? []) note(cluster, whatItIs(value), place)
  }
  return clusters
}

type What = 'gateway' | 'import' | 'export' | 'route'

function whatItIs(value: unknown): What | undefined {
  const [apiVersion, kind] = [text(field(value, 'apiVersion')), text(field(value, 'kind'))]
  if (apiVersion === undefined || kind === undefined) return undefined
  const full = groupKind({ apiVersion, kind })
  if (full === kinds.gateway)
    return field(value, 'spec', 'gatewayClassName') === 'amazon-vpc-lattice' ? 'gateway' : undefined
  if (full === kinds.serviceImport) return 'import'
  if (full === kinds.serviceExport) return 'export'
  return routeKinds.includes(full) ? 'route' : undefined
}
