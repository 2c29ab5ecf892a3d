import type { Model } from '@espalier/model'
import { field, text } from '../fleet/fields.ts'
import { isFilledInLater } from '../fleet/filled-in-later.ts'
import type { Destination } from './delivery.ts'
import { localServer, type RegisteredCluster } from './registered-clusters.ts'

/** A cluster, the one that holds the object that asks, or why it is not known. */
export type Toward = { readonly cluster: string } | { readonly local: true } | { readonly unknown: string }

const inCluster: Destination = { name: 'in-cluster', server: localServer }

/** By which names engines speak of clusters. */
export interface ClusterNames {
  /** What a destination of Argo CD leads to. */
  ofDestination(destination: unknown): Toward
  /** The same destination with the name and the address that it goes by too. */
  bothOf(destination: unknown): Destination
  /** The cluster of that name, of its kubeconfig, or of its ARN. */
  ofAlias(alias: string): string
  /** True for a name that is no more than an address. */
  isAddress(cluster: string): boolean
}

export function clusterNames(
  models: readonly Model[],
  registered: readonly RegisteredCluster[],
): ClusterNames {
  const clusters = models.flatMap(model => model.clusters)
  const byDestination = new Map<string, string>()
  for (const { name, server } of registered) {
    byDestination.set(server, name)
    byDestination.set(name, name)
  }
  for (const { name, destination } of clusters) {
    if (destination.name !== undefined) byDestination.set(destination.name, name)
    if (destination.server !== undefined) byDestination.set(destination.server.replace(/\/+$/, ''), name)
  }
  // A Secret may give a cluster of the topology another name, and the topology its server, or the other way round.
  for (const { name, server } of registered) {
    const known = clusters.find(one =>
      [byDestination.get(name), byDestination.get(server)].includes(one.name),
    )
    if (known === undefined) continue
    byDestination.set(server, known.name)
    byDestination.set(name, known.name)
  }
  const byEksName = new Map(clusters.map(cluster => [cluster.eksName, cluster.name]))
  const known = new Set([...clusters, ...registered].map(({ name }) => name))
  const locals = new Set([
    'in-cluster',
    ...registered.filter(({ server }) => server === localServer).map(({ name }) => name),
  ])
  const ofArn = (arn: string) => {
    const name = arn.slice(arn.lastIndexOf('/') + 1)
    return byDestination.get(arn) ?? byEksName.get(name) ?? name
  }
  const ofName = (name: string): Toward =>
    locals.has(name) ? { local: true } : { cluster: byDestination.get(name) ?? name }
  const ofServer = (server: string): Toward => {
    if (server === localServer) return { local: true }
    return { cluster: server.startsWith('arn:') ? ofArn(server) : (byDestination.get(server) ?? server) }
  }
  return {
    ofDestination(destination) {
      const name = text(field(destination, 'name')) ?? ''
      const server = (text(field(destination, 'server')) ?? '').replace(/\/+$/, '')
      const odd = [name, server].find(isFilledInLater)
      if (odd !== undefined)
        return { unknown: `its destination is ${JSON.stringify(odd)}, which the files do not fill in` }
      if (name !== '' && server !== '') return { unknown: 'its destination has both a name and a server' }
      if (name !== '') return ofName(name)
      return server === '' ? { unknown: 'it has no destination' } : ofServer(server)
    },
    bothOf(destination) {
      const [name, server, namespace] = ['name', 'server', 'namespace'].map(
        key => text(field(destination, key)) || undefined,
      )
      const address = server?.replace(/\/+$/, '')
      const same = registered.find(one => one.name === name || one.server === address)
      const { name: alias, server: home } =
        same ?? (name === inCluster.name || address === localServer ? inCluster : {})
      const [known, at] = [name ?? alias, address ?? home]
      return { ...(namespace && { namespace }), ...(known && { name: known }), ...(at && { server: at }) }
    },
    ofAlias(alias) {
      if (alias.startsWith('arn:')) return ofArn(alias)
      const short = alias.replace(/-kubeconfig$/, '')
      const name = known.has(alias) ? alias : short
      return byEksName.get(name) ?? name
    },
    isAddress: cluster => /^[a-z]+:\/\//.test(cluster) && !known.has(cluster),
  }
}
