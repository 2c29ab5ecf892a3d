import { join } from 'node:path'
import { clusterFolders, type Model } from '@espalier/model'
import { display } from '../files/display.ts'

/** Where a tree goes, and whose it is. */
export interface Target {
  /** Absolute; every path of a tree is relative to it. */
  readonly root: string
  /** `gitops.path`: the folder of the rendered clusters. */
  readonly path: string
  /** By cluster: its folders outside of that one. */
  readonly outside: ReadonlyMap<string, readonly string[]>
  readonly topology: string
  /** Only these clusters are compared and written; all of them where there are none. */
  readonly clusters: readonly string[]
  /** A path of the tree as the user knows it. */
  show(path: string): string
}

/** The place of a model's tree, named as seen from the current folder. */
export function targetOf(model: Model, root: string, clusters: readonly string[], cwd: string): Target {
  const show = (path: string): string => display(join(root, path), cwd)
  const { path } = model.gitops
  const outside = new Map(
    model.clusters.map(cluster => [
      cluster.name,
      clusterFolders(model, cluster).filter(folder => !below(folder, path)),
    ]),
  )
  return { root, path, outside, topology: model.name, clusters, show }
}

/** True for what the command line asked for: everything, or what lies below one of the clusters it names. */
export function inScope(path: string, target: Target): boolean {
  return (
    target.clusters.length === 0 ||
    target.clusters.some(name => foldersOfCluster(name, target).some(folder => below(path, folder)))
  )
}

/** The folders in which a topology's files can be; none lies in another. */
export function foldersOf(wanted: Iterable<string>, target: Target): readonly string[] {
  if (target.clusters.length > 0) return target.clusters.flatMap(name => foldersOfCluster(name, target))
  const folders = new Set([target.path, ...[...target.outside.values()].flat()])
  for (const path of wanted) if (!below(path, target.path)) folders.add(path.slice(0, path.lastIndexOf('/')))
  return [...folders].filter(folder => ![...folders].some(other => other !== folder && below(folder, other)))
}

function foldersOfCluster(name: string, { path, outside }: Target): readonly string[] {
  return [path === '' ? name : `${path}/${name}`, ...(outside.get(name) ?? [])]
}

function below(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`)
}

/** A guard against our own mistakes: a path that leads out of the tree never reaches the disk. */
export function guardPath(path: string): void {
  const parts = path.split('/')
  const odd = path.includes('\\') || path.includes('\0') || path.includes(':')
  if (
    odd ||
    parts.length < 2 ||
    parts.some(part => part === '' || part === '.' || part === '..' || part === '.git')
  ) {
    throw new Error(`the rendered tree has the path ${JSON.stringify(path)}`)
  }
}
