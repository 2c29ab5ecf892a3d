import { defaultQuotas } from '../defaults.ts'
import type { Cluster, Listener, ServiceNetwork } from '../model.ts'
import type { ListenerEntry } from '../types.ts'
import { at, type Written } from '../written.ts'
import { byText } from './resolved.ts'

const defaultListeners: readonly ListenerEntry[] = [{ name: 'http', protocol: 'HTTP', port: 80 }]

/** The service network with its listeners, if there is one and a config cluster to hold its Gateway. */
export function resolveNetwork(written: Written, clusters: readonly Cluster[]): ServiceNetwork | undefined {
  const entry = written.topology.serviceNetwork
  const config = clusters.find(cluster => cluster.role === 'config')
  if (entry === undefined || config === undefined) return undefined
  const place = at(written, 'serviceNetwork')
  const listeners = (entry.listeners ?? defaultListeners).map((listener, index): Listener => {
    const own = entry.listeners === undefined ? place : at(written, 'serviceNetwork', 'listeners', index)
    return { ...listener, at: own }
  })
  return {
    name: entry.name,
    namespace: entry.namespace,
    listeners: listeners.sort(byText(listener => listener.name)),
    accessLogs: [...(entry.accessLogs ?? [])].sort(),
    quotas: { ...defaultQuotas, ...entry.quotas },
    config,
    at: place,
  }
}
