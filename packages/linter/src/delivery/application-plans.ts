import { type KubeObject, type Place, within } from '@espalier/model'
import { field, isRecord, record, text } from '../fleet/fields.ts'
import { isFilledInLater } from '../fleet/filled-in-later.ts'
import type { Building } from './building.ts'
import type { ClusterNames, Toward } from './cluster-names.ts'
import { type Delivered, unknownPath } from './delivery.ts'
import { directoryFiles } from './directory-files.ts'
import { type EngineObject, engineTitle } from './engine-objects.ts'
import { kustomizationFiles, kustomizationIn, type Reached } from './kustomization-files.ts'
import { join, pathFrom } from './path.ts'
import type { Plan } from './plan.ts'
import { strayJson } from './strays.ts'
import { lintedAmong, type Survey, siblingsOf } from './survey.ts'

/** What plans are made with. */
export interface Planning {
  readonly survey: Survey
  readonly names: ClusterNames
  readonly building: Building
  /** True for an address of the repository that is linted. */
  isOwn(url: string): boolean
}

/** An Application, as it is written or as an ApplicationSet makes it. */
export interface Application {
  readonly by: EngineObject
  readonly object: KubeObject
  /** Of its spec. */
  readonly at: Place
  readonly title: string
}

export function writtenApplication(by: EngineObject): Application {
  return { by, object: by.object, at: within(by.at, 'spec'), title: engineTitle(by.object) }
}

/** What an Application takes from this repository: one plan for each of its sources. */
export function applicationPlans(application: Application, planning: Planning): readonly Plan[] {
  const { by, object, at, title } = application
  const destination = field(object.spec, 'destination')
  const toward = planning.names.ofDestination(destination)
  const which = text(field(destination, 'name')) ? 'name' : 'server'
  const towardAt = within(at, 'destination', ...(field(destination, which) === undefined ? [] : [which]))
  const namespace = text(field(destination, 'namespace'))
  return sourcesOf(object.spec, at).flatMap(source => {
    const what = deliveredBy(source, planning, namespace)
    if (what === undefined) return []
    const plan = { by, object, title, towardAt, destination: planning.names.bothOf(destination) }
    return 'unknown' in what
      ? [{ ...plan, toward: what, what: unknownPath(source.at) }]
      : [{ ...plan, toward, what }]
  })
}

interface AppSource {
  readonly value: Readonly<Record<string, unknown>>
  readonly at: Place
}

/** As Argo CD reads them: once there is a list, the single source is ignored. */
export function sourcesOf(spec: unknown, at: Place): readonly AppSource[] {
  const many = field(spec, 'sources')
  if (Array.isArray(many) && many.length > 0)
    return many.flatMap((value, index) =>
      isRecord(value) ? [{ value, at: within(at, 'sources', index) }] : [],
    )
  // What the hydrator takes comes to the cluster once it is rendered, from a branch that is not at hand.
  const path = field(spec, 'sourceHydrator') === undefined ? ['source'] : ['sourceHydrator', 'drySource']
  const one = field(spec, ...path)
  return isRecord(one) ? [{ value: one, at: within(at, ...path) }] : []
}

function deliveredBy(
  { value, at }: AppSource,
  { survey, isOwn }: Planning,
  namespace: string | undefined,
): Delivered | Extract<Toward, { unknown: string }> | undefined {
  const [url, path] = [text(value.repoURL), text(value.path)]
  // A chart is of a registry, and a source with neither only lends its files to others.
  if (url === undefined || path === undefined || text(value.chart)) return undefined
  const odd = [url, path].find(isFilledInLater)
  if (odd !== undefined)
    return { unknown: `its source is ${JSON.stringify(odd)}, which the files do not fill in` }
  const folder = pathFrom('', path)
  if (!isOwn(url) || folder === undefined) return undefined
  const revision = text(value.targetRevision)
  const about = {
    path: folder,
    at: within(at, 'path'),
    ...(namespace && { namespace }),
    ...(revision && { revision }),
  }
  const form = formOf(value, folder, survey)
  const reached = reach(form, folder, value.directory, survey)
  const items = survey.items(folder)
  const isEmpty = reached.files.length === 0 && form === 'directory'
  const isAsMade = Object.keys(record(value.kustomize)).length === 0
  return {
    ...about,
    form,
    state: items === undefined ? 'missing' : isEmpty ? 'empty' : 'there',
    explicit: value.directory !== undefined,
    strays: form === 'directory' ? strayJson(survey, reached.files) : [],
    siblings: items === undefined ? siblingsOf(survey, folder) : [],
    plain: reached.plain && isAsMade,
    roots: reached.roots,
    rootSources: [...lintedAmong(survey, reached.roots).values()],
    plainBuild: isAsMade,
    files: reached.files,
    linted: lintedAmong(survey, reached.files),
  }
}

// argo-cd: docs/user-guide/tool_detection.md
function formOf(value: AppSource['value'], folder: string, survey: Survey): Delivered['form'] {
  if (value.plugin !== undefined) return 'plugin'
  if (value.helm !== undefined) return 'chart'
  if (value.kustomize !== undefined) return 'kustomize'
  if (value.directory !== undefined) return 'directory'
  if (survey.items(folder)?.some(({ name }) => name === 'Chart.yaml')) return 'chart'
  return kustomizationIn(survey, folder) === undefined ? 'directory' : 'kustomize'
}

function reach(
  form: Delivered['form'],
  folder: string,
  directory: unknown,
  survey: Survey,
): Omit<Reached, 'missing' | 'listed'> {
  if (form === 'directory')
    return { files: directoryFiles(survey, folder, directory), plain: true, roots: [] }
  if (form === 'kustomize') return kustomizationFiles(survey, folder)
  // What a chart puts out takes Helm; the objects of its folder crds/ are applied as they are.
  const crds = form === 'chart' ? directoryFiles(survey, join(folder, 'crds'), {}) : []
  return { files: crds, plain: false, roots: [] }
}
