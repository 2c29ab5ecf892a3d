import { imported, importedGroups, importName, type Model } from '@espalier/model'
import { kinds, routeKinds } from './kinds.ts'
import type { Ref } from './refs.ts'

// Whatever the topology says.
const renderedClass = 'amazon-vpc-lattice'

/** True for an object that the topology makes Espalier render into the cluster of whoever refers to it. */
export function declares(model: Model | undefined, { from, kind, namespace, name }: Ref): boolean {
  const cluster = from.cluster?.name
  if (model === undefined || cluster === undefined) return false
  const { network, routes, exportsOf } = model
  const inConfig = network?.config.name === cluster || network?.replaced?.name === cluster
  const isIt = (one: { readonly namespace: string; readonly name: string }) =>
    one.namespace === namespace && one.name === name
  if (kind === kinds.gatewayClass) return inConfig && name === renderedClass
  if (kind === kinds.gateway) return inConfig && network !== undefined && isIt(network)
  if (routeKinds.includes(kind))
    return inConfig && routes.some(route => isIt(route) && kind.startsWith(`${route.kind}.`))
  if (kind === kinds.serviceImport) {
    const names = imported(routes).map(one => ({ namespace: one.service.namespace, name: importName(one) }))
    return inConfig && [...names, ...importedGroups(routes)].some(isIt)
  }
  if (kind !== kinds.serviceExport) return false
  return (exportsOf.get(cluster) ?? []).some(one =>
    isIt({ namespace: one.service.namespace, name: one.name }),
  )
}
