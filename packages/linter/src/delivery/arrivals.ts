import { group, type Model } from '@espalier/model'
import { someOf } from '../text/some-of.ts'
import type { Whereabouts } from './delivery.ts'
import { type EngineObject, engineKinds } from './engine-objects.ts'
import { type Flow, flowOf } from './flow.ts'
import type { Given } from './given.ts'
import { inClusters, type NameOf } from './in-clusters.ts'
import type { Plan } from './plan.ts'
import type { RegisteredCluster } from './registered-clusters.ts'
import { rootCluster, standsWithArgo } from './root-cluster.ts'

interface Request {
  readonly objects: readonly EngineObject[]
  readonly plans: readonly Plan[]
  readonly models: readonly Model[]
  readonly registered: readonly RegisteredCluster[]
  given(path: string): readonly Given[]
}

export interface Arrivals {
  /** By path: the clusters it goes to, sorted. */
  readonly clusters: ReadonlyMap<string, readonly string[]>
  /** The clusters that hold the objects of engines; none where it is not known. */
  readonly carriers: ReadonlyMap<EngineObject, readonly Whereabouts[]>
  readonly remarks: readonly string[]
}

/**
 * Follows deliveries from object to object. One that says its cluster is sure at once; others inherit that of the object they stand in,
 * which somebody may deliver in turn. What nobody delivers is a root.
 */
export function arrivals(request: Request): Arrivals {
  const { objects, plans, registered, given } = request
  const flow = flowOf(request)
  const settled = objects.flatMap(object =>
    given(object.path).flatMap(({ cluster, by }) => (by === 'named' ? [] : [{ object, cluster }])),
  )
  for (const { object, cluster } of settled) if (!flow.changed.has(object)) flow.carry(object, cluster)
  for (const plan of plans)
    if ('cluster' in plan.toward && !flow.replaced.has(plan.by)) flow.deliver(plan, plan.toward.cluster)
  const folders = startAtRoots(request, flow)
  for (const { object, cluster } of settled) if (!flow.holds(object, cluster)) flow.carry(object, cluster)
  const { nameOf, remark } = inClusters(flow.carriers, registered)
  return {
    clusters: new Map([...flow.tags].map(([path, own]) => [path, named(own, nameOf)])),
    carriers: new Map([...flow.carriers].map(([object, own]) => [object, whereabouts(own, nameOf)])),
    remarks: [...nameRemark(folders), ...(remark === undefined ? [] : [remark])],
  }
}

/** Starts at what nobody delivers; the folders that give a cluster its name are the answer. */
function startAtRoots({ objects, plans, models, given }: Request, flow: Flow): ReadonlyMap<string, string> {
  const inFile = group(objects, ({ path }) => path)
  const covered = coveredByOthers(plans, inFile)
  const planOf = new Map([...plans].reverse().map(plan => [plan.by, plan]))
  const folders = new Map<string, string>()
  // What others may bring otherwise comes last, when they have.
  const isLate = (object: EngineObject) => flow.changed.has(object)
  for (const object of [...objects.filter(one => !isLate(one)), ...objects.filter(isLate)]) {
    if (!isRoot(object) || flow.holds(object)) continue
    const around = { folder: planOf.get(object)?.what.path, isCovered: covered.has(object), models, given }
    const { clusters = [], folder } = rootCluster(object, around) ?? {}
    for (const cluster of clusters) {
      if (folder !== undefined) folders.set(cluster, folder)
      flow.arrive(object.path, cluster)
      flow.carry(object, cluster)
    }
  }
  return folders
}

function nameRemark(folders: ReadonlyMap<string, string>): readonly string[] {
  if (folders.size === 0) return []
  const [names, places] = [[...folders.keys()].sort(), [...folders.values()].sort()]
  const named = names.length === 1 ? `cluster ${names[0]} is` : `clusters ${someOf(names)} are`
  return [`${named} named after what Flux syncs there: ${someOf(places)}`]
}

// AppProjects and cluster Secrets deliver nothing, but stand where their Applications do.
function isRoot(object: EngineObject): boolean {
  const flux: readonly string[] = [engineKinds.kustomization, engineKinds.fluxInstance]
  return standsWithArgo(object) || flux.includes(object.kind)
}

/** Objects that something else than themselves delivers. */
function coveredByOthers(
  plans: readonly Plan[],
  inFile: ReadonlyMap<string, readonly EngineObject[]>,
): ReadonlySet<EngineObject> {
  const covered = new Set<EngineObject>()
  for (const { by, what } of plans)
    for (const file of what.files)
      for (const object of inFile.get(file) ?? []) if (object !== by) covered.add(object)
  return covered
}

function whereabouts(names: ReadonlySet<string>, nameOf: NameOf): readonly Whereabouts[] {
  const found = [...names].map(nameOf)
  const known = new Set(found.flatMap(one => ('cluster' in one ? one.cluster : [])))
  return known.size > 0 ? [...known].sort().map(cluster => ({ cluster })) : found.slice(0, 1)
}

function named(names: ReadonlySet<string>, nameOf: NameOf): readonly string[] {
  return whereabouts(names, nameOf).flatMap(one => ('cluster' in one ? one.cluster : []))
}
