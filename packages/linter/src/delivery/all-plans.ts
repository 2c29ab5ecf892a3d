import { group, type Model } from '@espalier/model'
import { applicationPlans, writtenApplication } from './application-plans.ts'
import { applicationsOf } from './application-set/applications.ts'
import { artifactsOf } from './artifact-paths.ts'
import { asDelivered } from './as-delivered.ts'
import type { Building } from './building.ts'
import { clusterConfigs } from './cluster-configs.ts'
import type { ClusterNames } from './cluster-names.ts'
import { unknownPath } from './delivery.ts'
import { type EngineObject, engineKinds, engineTitle } from './engine-objects.ts'
import { type FluxPlanning, instancePlans, kustomizationPlans } from './flux-plans.ts'
import type { Forms } from './forms.ts'
import { patchedObjects } from './patched-objects.ts'
import type { Plan } from './plan.ts'
import type { RegisteredCluster } from './registered-clusters.ts'
import { plainAddress } from './same-repository.ts'
import type { Survey } from './survey.ts'

interface Known {
  readonly survey: Survey
  readonly building: Building
  readonly forms: Forms
  readonly models: readonly Model[]
  readonly registered: readonly RegisteredCluster[]
  readonly names: ClusterNames
  readonly addresses: ReadonlySet<string>
}

type Planning = FluxPlanning & Pick<Known, 'registered'>

/** What each object of an engine delivers: as it is written, and as other deliveries make it. */
export function allPlans(objects: readonly EngineObject[], known: Known): readonly Plan[] {
  const planning: Planning = {
    ...known,
    isOwn: url => known.addresses.has(plainAddress(url)),
    gitRepositories: objects.filter(({ kind }) => kind === engineKinds.gitRepository),
    artifacts: artifactsOf(objects.filter(({ kind }) => kind === engineKinds.artifactGenerator)),
    clusterConfigs: clusterConfigs(objects),
    delivered: new Map(),
  }
  const patched = patchedObjects(objects, known.survey)
  const inFile = group(objects, ({ path }) => path)
  const plans: Plan[] = []
  const queue = [...objects]
  const queued = new Set(queue)
  // The queue grows as deliveries turn out to change what others deliver.
  for (const by of queue)
    for (const plan of plansOf(by, planning)) {
      const instead = asDelivered(plan, { ...known, inFile, patched })
      const file = patched.get(by)
      const isKnown = file === undefined || instead.has(by)
      const toward = isKnown ? plan.toward : { unknown: `${file} patches it` }
      plans.push({ ...plan, toward, ...(instead.size > 0 && { instead }) })
      const more = [...instead.values()].flat().filter(one => !queued.has(one))
      for (const one of more) queued.add(one)
      queue.push(...more)
    }
  return plans
}

function plansOf(by: EngineObject, planning: Planning): readonly Plan[] {
  if (by.kind === engineKinds.application) return applicationPlans(writtenApplication(by), planning)
  if (by.kind === engineKinds.kustomization) return kustomizationPlans(by, planning)
  if (by.kind === engineKinds.fluxInstance) return instancePlans(by, planning)
  if (by.kind !== engineKinds.applicationSet) return []
  const made = applicationsOf(by, planning)
  return 'unknown' in made
    ? [unknownPlan(by, made.unknown)]
    : made.applications.flatMap(one => applicationPlans(one, planning))
}

function unknownPlan(by: EngineObject, unknown: string): Plan {
  const what = unknownPath(by.at)
  return { by, object: by.object, title: engineTitle(by.object), toward: { unknown }, towardAt: by.at, what }
}
