import type { Model } from '@espalier/model'
import type { Texts } from '../fleet/documents.ts'
import { applicationPlans, writtenApplication } from './application-plans.ts'
import { applicationsOf } from './application-set/applications.ts'
import { arrivals } from './arrivals.ts'
import { artifactsOf } from './artifact-paths.ts'
import { clusterConfigs } from './cluster-configs.ts'
import { type ClusterNames, clusterNames } from './cluster-names.ts'
import { deliveriesOf } from './deliveries-of.ts'
import { type Delivery, unknownPath } from './delivery.ts'
import {
  type EngineObject,
  engineKinds,
  engineObjectsOf,
  engineTitle,
  mentionsEngine,
} from './engine-objects.ts'
import { instancePlans, kustomizationPlans } from './flux-plans.ts'
import { type Given, isSettled } from './given.ts'
import { ownAddresses } from './own-addresses.ts'
import { patchedObjects } from './patched-objects.ts'
import type { Plan } from './plan.ts'
import { type RegisteredCluster, registeredClusters } from './registered-clusters.ts'
import type { Repository } from './repository.ts'
import { plainAddress } from './same-repository.ts'
import { type Survey, surveyOf } from './survey.ts'

export interface AttributionRequest {
  readonly repository: Repository
  readonly models: readonly Model[]
  /** What the linted texts say. */
  readonly read: Texts
  /** What others than the engines say of the cluster of a path. */
  given(path: string): readonly Given[]
}

/** What the engines' own objects say of the files they are found among. */
export interface Attribution {
  /** By path: the clusters it is delivered to, sorted. Nothing of paths whose cluster somebody said before the engines are asked. */
  readonly clusters: ReadonlyMap<string, readonly string[]>
  /** Paths of objects that somebody renames or moves on the way. */
  readonly changed: ReadonlySet<string>
  readonly deliveries: readonly Delivery[]
  /** What was taken for granted, as sentences. */
  readonly remarks: readonly string[]
}

const nothing: Attribution = { clusters: new Map(), changed: new Set(), deliveries: [], remarks: [] }

/** Finds out which path goes to which cluster, from the Applications, ApplicationSets, Kustomizations and FluxInstances among the files. */
export function attribute(request: AttributionRequest): Attribution {
  const { repository, models, read, given } = request
  const objects = [...repository.texts].flatMap(([path, source]) => {
    const documents = mentionsEngine(source) ? read.get(source) : undefined
    return documents === undefined ? [] : engineObjectsOf(path, documents)
  })
  if (!objects.some(({ kind }) => delivering.includes(kind))) return nothing
  const isWhole = (folder: string) => given(`${folder}/x.yaml`).some(({ by }) => by === 'rendered')
  const survey = surveyOf(repository, { read, isWhole })
  const { addresses, guessed } = ownAddresses(objects, survey)
  const registered = registeredClusters(objects)
  const names = clusterNames(models, registered)
  const plans = plansOf(objects, { survey, models, registered, names, addresses })
  const arrived = arrivals({ objects, plans, models, registered, given })
  const deliveries = deliveriesOf(plans, { carriers: arrived.carriers, given, names })
  const said = guessed === undefined ? [] : [`${guessed} is taken for the address of this repository`]
  const changed = plans.flatMap(({ what }) => [
    ...(what.plain ? [] : what.files),
    ...(what.plainBuild ? [] : what.roots),
  ])
  return {
    clusters: withRoots(arrived.clusters, deliveries, given),
    changed: new Set(changed),
    deliveries,
    remarks: [...said, ...arrived.remarks],
  }
}

/** A kustomization goes where it is delivered to, so that it is built for that cluster. */
function withRoots(
  clusters: Attribution['clusters'],
  deliveries: readonly Delivery[],
  given: AttributionRequest['given'],
): Attribution['clusters'] {
  const all = new Map(clusters)
  for (const { target, what } of deliveries) {
    if (!('cluster' in target)) continue
    for (const root of what.roots.filter(path => !isSettled(given(path))))
      all.set(root, [...new Set([...(all.get(root) ?? []), target.cluster])].sort())
  }
  return all
}

const delivering: readonly string[] = [
  engineKinds.application,
  engineKinds.applicationSet,
  engineKinds.kustomization,
  engineKinds.fluxInstance,
]

interface Known {
  readonly survey: Survey
  readonly models: readonly Model[]
  readonly registered: readonly RegisteredCluster[]
  readonly names: ClusterNames
  readonly addresses: ReadonlySet<string>
}

function plansOf(objects: readonly EngineObject[], known: Known): readonly Plan[] {
  const planning = {
    ...known,
    isOwn: (url: string) => known.addresses.has(plainAddress(url)),
    gitRepositories: objects.filter(({ kind }) => kind === engineKinds.gitRepository),
    artifacts: artifactsOf(objects.filter(({ kind }) => kind === engineKinds.artifactGenerator)),
    clusterConfigs: clusterConfigs(objects),
  }
  const patched = patchedObjects(objects, known.survey)
  return objects.flatMap(by => {
    const plans = ((): readonly Plan[] => {
      if (by.kind === engineKinds.application) return applicationPlans(writtenApplication(by), planning)
      if (by.kind === engineKinds.kustomization) return kustomizationPlans(by, planning)
      if (by.kind === engineKinds.fluxInstance) return instancePlans(by, planning)
      if (by.kind !== engineKinds.applicationSet) return []
      const made = applicationsOf(by, planning)
      return 'unknown' in made
        ? [unknownPlan(by, made.unknown)]
        : made.applications.flatMap(one => applicationPlans(one, planning))
    })()
    const kustomization = patched.get(by)
    return kustomization === undefined
      ? plans
      : plans.map(plan => ({ ...plan, toward: { unknown: `${kustomization} patches it` } }))
  })
}

function unknownPlan(by: EngineObject, unknown: string): Plan {
  const what = unknownPath(by.at)
  return { by, object: by.object, title: engineTitle(by.object), toward: { unknown }, towardAt: by.at, what }
}
