import {
  type FileTree,
  fullName,
  groupKind,
  headerOf,
  identity,
  type KubeObject,
  type Model,
  type Problem,
  writeYaml,
} from '@espalier/model'
import type { Engine, Unit } from './engine.ts'
import { fileName, scopeFolder, unitFolder } from './layout.ts'
import type { Placed } from './placed.ts'
import { engines, providers } from './registry.ts'
import { synth } from './synth.ts'

export interface Rendering {
  readonly tree: FileTree
  /** Not empty: the tree is, and nothing may be written. */
  readonly problems: readonly Problem[]
}

/** What the providers and the engine cannot express of a model. */
export function refuse(model: Model): readonly Problem[] {
  const engine = engines.find(one => one.name === model.gitops.engine)
  return [...providers.flatMap(provider => provider.refuse(model)), ...(engine?.refuse(model) ?? [])]
}

/** The files of all clusters; the same model gives the same bytes. */
export function render(model: Model): Rendering {
  const refused = refuse(model)
  if (refused.length > 0) return { tree: new Map(), problems: refused }
  const engine = engineOf(model)
  const units = unitsOf(model)
  const placed = [...units.flatMap(placedIn), ...engine.deliver(model, units)]
  const problems = meetings(placed)
  if (problems.length > 0) return { tree: new Map(), problems }
  return { tree: writeFiles(model, engine, units, placed), problems }
}

function engineOf(model: Model): Engine {
  const engine = engines.find(one => one.name === model.gitops.engine)
  if (engine === undefined) throw new Error(`no engine ${model.gitops.engine}`)
  return engine
}

function unitsOf(model: Model): readonly Unit[] {
  return model.clusters.flatMap(cluster =>
    providers
      .map(provider => ({
        cluster,
        name: provider.unit,
        folder: unitFolder(model.gitops.path, cluster.name, provider.unit),
        objects: provider.objects(cluster, model),
      }))
      .filter(unit => unit.objects.length > 0),
  )
}

function placedIn({ cluster, folder, objects }: Unit): readonly Placed[] {
  return objects.map(({ object, from }) => ({ cluster, folder: scopeFolder(folder, object), object, from }))
}

function meetings(placed: readonly Placed[]): readonly Problem[] {
  const first = new Map<string, Placed>()
  return placed.flatMap(one => {
    const key = `${one.cluster.name} ${identity(one.object)}`
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, one)
      return []
    }
    const message = `this and another entry would both be rendered as ${groupKind(one.object)} ${fullName(one.object)} in cluster ${one.cluster.name}`
    return {
      check: 'derived-name-conflict',
      message,
      at: one.from,
      related: [{ at: before.from, message: 'the other entry' }],
    }
  })
}

/** Kinds whose removal would take more with it than a line that left a file can have meant. */
const kept = new Set([
  'Namespace',
  'GatewayClass.gateway.networking.k8s.io',
  'Gateway.gateway.networking.k8s.io',
])

function writeFiles(
  model: Model,
  engine: Engine,
  units: readonly Unit[],
  placed: readonly Placed[],
): FileTree {
  const files = model.clusters.flatMap(cluster => {
    const own = placed.filter(one => one.cluster === cluster)
    const header = headerOf(model.source.file, model.name, cluster.name)
    const folders = new Map(own.map(one => [identity(one.object), one.folder]))
    const objects = synth(
      cluster.name,
      own.map(one => withMetadata(one.object, model, cluster.name, engine)),
    )
    const paths = objects.map(object => `${folders.get(identity(object))}/${fileName(object)}`)
    const listed = engine.listed(
      model,
      cluster,
      units.filter(unit => unit.cluster === cluster),
    )
    return [
      ...objects.map((object, index) => [paths[index] ?? '', `${header}\n${writeYaml(object)}`] as const),
      ...listed.map(
        folder => [`${folder}/kustomization.yaml`, `${header}\n${writeYaml(listOf(folder, paths))}`] as const,
      ),
    ]
  })
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A kustomization that takes what is rendered below its folder and nothing that others put there. */
function listOf(folder: string, paths: readonly string[]): object {
  const below = paths.filter(path => path.startsWith(`${folder}/`)).map(path => path.slice(folder.length + 1))
  return { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources: below.sort() }
}

function withMetadata(object: KubeObject, model: Model, cluster: string, engine: Engine): KubeObject {
  const { labels, annotations } = object.metadata
  const own = { 'espalier.dev/topology': model.name, 'espalier.dev/cluster': cluster }
  const wanted = engine.annotations(object, kept.has(groupKind(object)))
  const metadata = {
    ...object.metadata,
    labels: { ...labels, ...own },
    annotations: { ...annotations, ...wanted },
  }
  return { ...object, metadata }
}
