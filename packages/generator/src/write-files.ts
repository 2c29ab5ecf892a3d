import {
  type Cluster,
  createYamlWriter,
  type FileTree,
  group,
  groupKind,
  headerOf,
  type KubeObject,
  type Model,
} from '@espalier/model'
import type { Engine, Units } from './engine.ts'
import { keptKinds } from './kept-kinds.ts'
import { fileName } from './layout.ts'
import type { Placed } from './placed.ts'

/** The text of every file, with header, labels and what the engine wants said. */
export function writeFiles(model: Model, engine: Engine, units: Units, placed: readonly Placed[]): FileTree {
  const write = createYamlWriter()
  const byCluster = group(placed, one => one.cluster)
  const files = model.clusters.flatMap(cluster => {
    const header = headerOf(model.source.file, model.name, cluster.name)
    const own = byCluster.get(cluster) ?? []
    const objects = own.map(({ folder, object }) => ({
      path: `${folder}/${fileName(object)}`,
      value: withMetadata(object, model, cluster, engine),
    }))
    const paths = objects.map(({ path }) => path)
    const lists = engine
      .listed(model, cluster, units.get(cluster) ?? [])
      .map(folder => ({ path: `${folder}/kustomization.yaml`, value: listOf(folder, paths) }))
    return [...objects, ...lists].map(({ path, value }) => [path, [header, write(value)].join('\n')] as const)
  })
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A kustomization that takes what is rendered below its folder and nothing that others put there. */
function listOf(folder: string, paths: readonly string[]): object {
  const below = paths.filter(path => path.startsWith(`${folder}/`)).map(path => path.slice(folder.length + 1))
  return { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources: below.sort() }
}

function withMetadata(object: KubeObject, model: Model, cluster: Cluster, engine: Engine): KubeObject {
  const { labels, annotations, ...others } = object.metadata
  const own = { 'espalier.dev/topology': model.name, 'espalier.dev/cluster': cluster.name }
  const wanted = { ...annotations, ...engine.annotations(object, keptKinds.has(groupKind(object))) }
  const metadata = {
    ...others,
    labels: { ...labels, ...own },
    ...(Object.keys(wanted).length === 0 ? {} : { annotations: wanted }),
  }
  return { ...object, metadata }
}
