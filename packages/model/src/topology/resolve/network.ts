import { within } from '../../source.ts'
import { defaultQuotas } from '../defaults.ts'
import type { Cluster, Listener, ServiceNetwork } from '../model.ts'
import type { ListenerEntry } from '../types.ts'
import { at, type Written } from '../written.ts'
import { type ReadFile, resolvePolicyFile } from './policy-file.ts'
import { byText, type Resolved, resolved } from './resolved.ts'

const defaultListeners: readonly ListenerEntry[] = [{ name: 'http', protocol: 'HTTP', port: 80 }]

/** The service network with its listeners, if there is one and a config cluster to hold its Gateway. */
export function resolveNetwork(
  written: Written,
  clusters: readonly Cluster[],
  read: ReadFile,
): Resolved<ServiceNetwork | undefined> {
  const entry = written.topology.serviceNetwork
  const { config, replaced } = configClusters(written, clusters)
  if (entry === undefined || config === undefined) return resolved(undefined)
  const place = at(written, 'serviceNetwork')
  const listeners = (entry.listeners ?? defaultListeners).map((listener, index): Listener => {
    const own = entry.listeners === undefined ? place : at(written, 'serviceNetwork', 'listeners', index)
    return { ...listener, at: own }
  })
  const file = entry.auth?.policyFile
  const auth =
    file === undefined
      ? resolved(undefined)
      : resolvePolicyFile(file, read, within(place, 'auth', 'policyFile'))
  const network = {
    name: entry.name,
    namespace: entry.namespace,
    listeners: listeners.sort(byText(listener => listener.name)),
    create: entry.create ?? false,
    ...(auth.value === undefined ? {} : { auth: auth.value }),
    accessLogs: [...(entry.accessLogs ?? [])].sort(),
    quotas: { ...defaultQuotas, ...entry.quotas },
    config,
    ...(replaced === undefined ? {} : { replaced }),
    at: place,
  }
  return resolved(network, auth.problems)
}

// While one config cluster takes over from another, the one that takes over is the one that counts.
function configClusters(
  written: Written,
  clusters: readonly Cluster[],
): { config?: Cluster; replaced?: Cluster } {
  const named = (name: string | undefined): Cluster | undefined =>
    clusters.find(cluster => cluster.name === name)
  const configs = written.topology.clusters.filter(cluster => cluster.role === 'config')
  const heir = configs.find(cluster => cluster.replaces !== undefined)
  const config = named(heir?.name ?? configs[0]?.name)
  const replaced = named(configs.find(cluster => cluster.name === heir?.replaces)?.name)
  return { ...(config && { config }), ...(replaced && { replaced }) }
}
