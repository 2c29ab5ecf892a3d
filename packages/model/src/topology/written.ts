import { type Path, type Place, placeOf, type Source } from '../source.ts'
import type { ClusterEntry, ControllerEntry, RouteEntry, ServiceEntry, Topology } from './types.ts'

/** A topology as written together with where it is written; every stage after parsing starts from it. */
export interface Written {
  readonly topology: Topology
  readonly source: Source
}

/** Something of the topology and the line it stands at. */
export interface Entry<T> {
  readonly value: T
  readonly at: Place
}

export function clusterEntries({ topology, source }: Written): readonly Entry<ClusterEntry>[] {
  return entries(source, 'clusters', topology.clusters)
}

export function serviceEntries({ topology, source }: Written): readonly Entry<ServiceEntry>[] {
  return entries(source, 'services', topology.services)
}

export function routeEntries({ topology, source }: Written): readonly Entry<RouteEntry>[] {
  return entries(source, 'routes', topology.routes)
}

/** The controller's settings for all clusters and those of single clusters, as far as they are given. */
export function controllerEntries({ topology, source }: Written): readonly Entry<ControllerEntry>[] {
  const common = topology.serviceNetwork?.controller
  return [
    ...(common === undefined
      ? []
      : [{ value: common, at: placeOf(source, ['serviceNetwork', 'controller']) }]),
    ...topology.clusters.flatMap(({ controller: value }, index) =>
      value === undefined ? [] : [{ value, at: placeOf(source, ['clusters', index, 'controller']) }],
    ),
  ]
}

function entries<T>(source: Source, field: string, values: readonly T[] = []): readonly Entry<T>[] {
  return values.map((value, index) => ({ value, at: placeOf(source, [field, index]) }))
}

/** A place of the topology by its path. */
export function at({ source }: Written, ...path: Path): Place {
  return placeOf(source, path)
}
