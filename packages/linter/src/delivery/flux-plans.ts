import { type Model, type Place, placeKey, syncedFolder, within } from '@espalier/model'
import { field, list, text } from '../fleet/fields.ts'
import { isFilledInLater } from '../fleet/filled-in-later.ts'
import { fluxChanges } from '../kustomize/flux-changes.ts'
import type { Planning } from './application-plans.ts'
import type { ClusterNames, Toward } from './cluster-names.ts'
import { type Delivered, unknownPath } from './delivery.ts'
import { type EngineObject, engineKinds, engineTitle } from './engine-objects.ts'
import { fluxBuild } from './flux-build.ts'
import { type FluxSources, pathInRepository } from './flux-source.ts'
import { generatedFiles, kustomizationFiles, kustomizationIn, type Reached } from './kustomization-files.ts'
import { baseOf, pathFrom } from './path.ts'
import type { Plan } from './plan.ts'
import { strayYaml } from './strays.ts'
import { lintedAmong, siblingsOf } from './survey.ts'

/** What Flux plans need to know of everything else among the files. */
export interface FluxPlanning extends Planning, FluxSources {
  /** By name: the clusters that ConfigMaps for kubeConfig.configMapRef name. */
  readonly clusterConfigs: ReadonlyMap<string, string>
  /** What has been found out, by Kustomization, folder and spec: forms that differ in neither deliver the same. */
  readonly delivered: Map<string, Delivered>
}

/** A Kustomization: it goes to the cluster it stands in, unless it brings a kubeconfig. */
export function kustomizationPlans(by: EngineObject, planning: FluxPlanning): readonly Plan[] {
  const spec = field(by.object, 'spec')
  const at = within(by.at, 'spec')
  const { toward, steps } = towardOf(spec, planning.names, planning.clusterConfigs)
  const path = text(field(spec, 'path')) ?? ''
  const pathAt = field(spec, 'path') === undefined ? at : within(at, 'path')
  const towardAt = within(at, ...steps)
  const plan = { by, object: by.object, title: engineTitle(by.object), towardAt }
  if (isFilledInLater(path)) {
    const unknown = `its path is ${JSON.stringify(path)}, which the files do not fill in`
    return [{ ...plan, toward: { unknown }, what: unknownPath(pathAt) }]
  }
  const folder = pathInRepository(by, pathFrom('', path) ?? '', planning)
  if (folder === undefined) return []
  const key = JSON.stringify([placeKey(by.at), folder, spec])
  const what = planning.delivered.get(key) ?? fluxDelivers(planning, { folder, at: pathAt, spec, specAt: at })
  planning.delivered.set(key, what)
  return [{ ...plan, toward, what }]
}

/** A FluxInstance syncs its path into its own cluster. */
export function instancePlans(by: EngineObject, planning: FluxPlanning): readonly Plan[] {
  const { survey, isOwn } = planning
  const sync = field(by.object, 'spec', 'sync')
  const path = text(field(sync, 'path'))
  const folder = path === undefined || isFilledInLater(path) ? undefined : pathFrom('', path)
  if (folder === undefined) return []
  // An artifact is made of this repository where it has the path, else of another.
  const isHere =
    text(field(sync, 'kind')) === 'GitRepository'
      ? isOwn(text(field(sync, 'url')) ?? '')
      : survey.items(folder) !== undefined
  if (!isHere) return []
  const at = within(by.at, 'spec', 'sync', 'path')
  const what = fluxDelivers(planning, { folder, at, spec: {}, specAt: at })
  const toward: Toward = { local: true }
  return [{ by, object: by.object, title: engineTitle(by.object), toward, towardAt: at, what }]
}

/** The cluster whose Flux syncs a folder: that of the topology, else the one that the folder is named after. */
export function clusterOfSynced(folder: string, models: readonly Model[]): string | undefined {
  for (const model of models) {
    const cluster = model.clusters.find(one => syncedFolder(model, one) === folder)
    if (cluster !== undefined) return cluster.name
  }
  const steps = folder.split('/')
  const names = models.flatMap(model => model.clusters.map(({ name }) => name))
  return steps.find(step => names.includes(step)) ?? afterClusters(folder) ?? (baseOf(folder) || undefined)
}

/** The folder `<name>` of `clusters/<name>`, in which Flux's own documentation keeps what is a cluster's. */
export function afterClusters(path: string): string | undefined {
  return /(?:^|\/)clusters\/([^/]+)(?:\/|$)/.exec(path)?.[1]
}

/** True for the Kustomization by which `flux bootstrap` makes Flux sync its own folder. */
export function isSync({ object, kind }: EngineObject): boolean {
  if (kind === engineKinds.fluxInstance) return true
  const { name, namespace } = object.metadata
  return kind === engineKinds.kustomization && name === 'flux-system' && namespace === 'flux-system'
}

function towardOf(
  spec: unknown,
  names: ClusterNames,
  configs: FluxPlanning['clusterConfigs'],
): { readonly toward: Toward; readonly steps: readonly string[] } {
  const [secret, config] = ['secretRef', 'configMapRef'].map(ref =>
    text(field(spec, 'kubeConfig', ref, 'name')),
  )
  if (config !== undefined)
    return {
      toward: { cluster: names.ofAlias(configs.get(config) ?? config) },
      steps: ['kubeConfig', 'configMapRef', 'name'],
    }
  if (secret !== undefined)
    return { toward: { cluster: names.ofAlias(secret) }, steps: ['kubeConfig', 'secretRef', 'name'] }
  if (field(spec, 'kubeConfig') !== undefined)
    return { toward: { unknown: 'its kubeConfig names no cluster' }, steps: ['kubeConfig'] }
  return { toward: { local: true }, steps: [] }
}

interface Synced {
  readonly folder: string
  readonly at: Place
  readonly spec: unknown
  readonly specAt: Place
}

// A name that Flux has yet to fill in; other values do not matter to who an object is.
const namedByFlux = /^\s*(- )?(name|namespace):.*\$\{/m

function fluxDelivers(planning: FluxPlanning, { folder, at, spec, specAt }: Synced): Delivered {
  const { survey } = planning
  const hasOwn = kustomizationIn(survey, folder) !== undefined
  const reached: Reached = hasOwn ? kustomizationFiles(survey, folder) : generatedFiles(survey, folder)
  const isThere = survey.items(folder) !== undefined
  const components = list(field(spec, 'components')).flatMap(path => {
    const target = pathFrom(folder, text(path) ?? '..')
    return target === undefined ? [] : kustomizationFiles(survey, target).files
  })
  const files = [...new Set([...reached.files, ...components])]
  const made = isThere ? fluxBuild({ folder, spec, at: specAt, reached }, planning) : undefined
  const linted = lintedAmong(survey, files)
  const isFilled =
    field(spec, 'postBuild') !== undefined && [...linted.values()].some(({ text }) => namedByFlux.test(text))
  const changes = fluxChanges(spec).some(({ moves }) => moves)
  const namespace = text(field(spec, 'targetNamespace'))
  return {
    path: folder,
    at,
    form: hasOwn ? 'kustomize' : 'directory',
    state: isThere ? 'there' : 'missing',
    explicit: false,
    strays: hasOwn ? [] : strayYaml(survey, folder, reached.files),
    siblings: isThere ? [] : siblingsOf(survey, folder),
    plain: reached.plain && !isFilled && !changes,
    roots: reached.roots,
    rootSources: [...lintedAmong(survey, reached.roots).values()],
    plainBuild: !isFilled && (made !== undefined || !changes),
    ...(made && { made }),
    ...(namespace && { namespace }),
    files,
    linted,
  }
}
