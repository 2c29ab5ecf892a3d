import type { Model, Source } from '@espalier/model'
import { readDocuments, type Texts } from '../fleet/documents.ts'
import type { Files } from '../kustomize/files.ts'
import { filesOf } from '../kustomize/files-of.ts'
import { allPlans } from './all-plans.ts'
import { arrivals } from './arrivals.ts'
import type { Building } from './building.ts'
import { clusterNames } from './cluster-names.ts'
import { deliveriesOf } from './deliveries-of.ts'
import type { Delivery } from './delivery.ts'
import { delivering, engineObjectsOf, mentionsEngine } from './engine-objects.ts'
import { createForms } from './forms.ts'
import { type Given, isSettled } from './given.ts'
import { ownAddresses } from './own-addresses.ts'
import { registeredClusters } from './registered-clusters.ts'
import type { Repository } from './repository.ts'
import { surveyOf } from './survey.ts'

export interface AttributionRequest {
  readonly repository: Repository
  readonly models: readonly Model[]
  /** What the linted texts say. */
  readonly read: Texts
  /** Where kustomizations and what they name are read, by the names of sources; without it there are only the linted texts. */
  readonly files?: Files
  /** What others than the engines say of the cluster of a path. */
  given(path: string): readonly Given[]
  /** The name of a path as sources have it, where they are not named from the root of the repository. */
  readonly named?: (path: string) => string
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

const endless =
  'so many deliveries change one another that they were not followed to the end; the rest is taken as it is written'

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
  const building = {
    ...buildingOf(request),
    read: (source: Source) => read.get(source) ?? readDocuments(source),
  }
  const forms = createForms()
  const plans = allPlans(objects, { survey, building, forms, models, registered, names, addresses })
  const arrived = arrivals({ objects, plans, models, registered, given })
  const deliveries = deliveriesOf(plans, { carriers: arrived.carriers, given, names })
  const said = [
    ...(guessed === undefined ? [] : [`${guessed} is taken for the address of this repository`]),
    ...(forms.isFull() ? [endless] : []),
  ]
  const changed = deliveries.flatMap(({ what }) => [
    ...(what.plain || what.made ? [] : what.files),
    ...(what.plainBuild || what.made ? [] : what.roots),
  ])
  return {
    clusters: withRoots(arrived.clusters, deliveries, given),
    changed: new Set(changed),
    deliveries,
    remarks: [...said, ...arrived.remarks],
  }
}

function buildingOf({ repository, files, named = path => path }: AttributionRequest): Omit<Building, 'read'> {
  return { files: files ?? filesOf([...repository.texts.values()]), named }
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
