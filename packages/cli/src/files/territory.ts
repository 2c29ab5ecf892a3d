import { dirname, resolve } from 'node:path'
import type { FleetCluster } from '@espalier/linter'
import { type Cluster, clusterFolders, type Model } from '@espalier/model'
import { besideClusters } from './beside-clusters.ts'
import { diskFiles } from './disk-files.ts'
import { display } from './display.ts'
import type { FileSystem } from './file-system.ts'
import type { TopologyFile } from './find-topologies.ts'
import { listRendered } from './list-manifests.ts'
import { listedFiles } from './listed-files.ts'
import type { Result } from './result.ts'

/** The files on the disk that a topology gives to its clusters; all paths absolute. */
export interface Territory {
  readonly model: Model
  /** The topology's own. */
  readonly file: TopologyFile
  /** The folder of the rendered tree. */
  readonly tree: string
  /** The same, as users see it. */
  readonly shown: string
  /** By cluster: the folders of the rendered tree that are its own. */
  readonly folders: ReadonlyMap<string, readonly string[]>
  /** The other way round: the cluster of each such folder. */
  readonly homes: ReadonlyMap<string, string>
  /** By cluster: the files of those folders. */
  readonly rendered: ReadonlyMap<string, ReadonlySet<string>>
  /** By cluster: the files of `lint.clusters`. */
  readonly listed: ReadonlyMap<string, ReadonlySet<string>>
  /** Manifests in the folder of the tree that lie in the folder of no cluster: by path, the folder's name. */
  readonly beside: ReadonlyMap<string, string>
  /** What is odd about all this, as sentences. */
  readonly remarks: readonly string[]
}

export async function territoryOf(
  file: TopologyFile,
  model: Model,
  cwd: string,
  files: FileSystem = diskFiles,
): Promise<Result<Territory>> {
  const tree = resolve(file.root, model.gitops.path)
  const rendered = new Map<string, ReadonlySet<string>>()
  const folders = new Map(
    model.clusters.map(cluster => [
      cluster.name,
      clusterFolders(model, cluster).map(one => resolve(file.root, one)),
    ]),
  )
  for (const [name, own] of folders) {
    const lists = own.map(folder => listRendered(folder, cwd, files))
    const wrong = lists.find(({ error }) => error !== undefined)
    if (wrong?.error !== undefined) return { error: wrong.error }
    rendered.set(name, new Set(lists.flatMap(({ value = [] }) => value)))
  }
  const listed = await listedFiles(file, model, files)
  if (listed.error !== undefined) return listed
  const clusters = model.clusters.map(({ name }) => name)
  const beside = besideClusters({ topology: model.name, folder: tree, clusters }, cwd, files)
  if (beside.error !== undefined) return beside
  const { files: given, remarks } = listed.value
  const shown = display(tree, cwd)
  const homes = new Map([...folders].flatMap(([name, own]) => own.map(folder => [folder, name] as const)))
  return {
    value: {
      model,
      file,
      tree,
      shown,
      folders,
      homes,
      rendered,
      listed: given,
      beside: beside.value,
      remarks,
    },
  }
}

/** The cluster in whose folders of the rendered tree a file lies; the folders above it are looked up, not all clusters tried. */
export function renderedFor(path: string, { homes }: Territory): string | undefined {
  for (let folder = dirname(path), above = ''; folder !== above; folder = dirname(folder)) {
    const home = homes.get(folder)
    if (home !== undefined) return home
    above = folder
  }
  return undefined
}

/** The topology's clusters as the linter sees them, after some files were read. `covers` says whether a folder would have been. */
export function clustersOf(
  territory: Territory,
  read: ReadonlySet<string>,
  covers: (folder: string) => boolean,
): readonly FleetCluster[] {
  const isRendered = [...territory.rendered.values()].some(files => files.size > 0)
  return territory.model.clusters.map(cluster => {
    const own = territory.rendered.get(cluster.name) ?? new Set()
    // A cluster for which nothing is rendered has no folder; in a tree that was rendered this means that it holds nothing.
    const rendered =
      own.size > 0
        ? isSubset(own, read)
        : isRendered && (territory.folders.get(cluster.name) ?? []).every(covers)
    const wanted = territory.model.lint.clusters?.[cluster.name]?.complete === true
    const listed = territory.listed.get(cluster.name) ?? new Set()
    const complete = wanted && isSubset(listed, read) && isSubset(own, read)
    return { ...factsOf(cluster), rendered, complete }
  })
}

function factsOf({ name, role, eksName, vpc, at }: Cluster): Omit<FleetCluster, 'rendered' | 'complete'> {
  return { name, role, eksName, ...(vpc && { vpc }), at }
}

function isSubset(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every(one => all.has(one))
}
