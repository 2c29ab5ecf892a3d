import { join } from 'node:path'
import type { Model } from '@espalier/model'
import { display } from '../files/display.ts'

/** Where a tree goes, and whose it is. */
export interface Target {
  /** Absolute; every path of a tree is relative to it. */
  readonly root: string
  /** `gitops.path`: the folder of the rendered clusters. */
  readonly path: string
  readonly topology: string
  /** Only these clusters are compared and written; all of them where there are none. */
  readonly clusters: readonly string[]
  /** A path of the tree as the user knows it. */
  show(path: string): string
}

/** The place of a model's tree, named as seen from the current folder. */
export function targetOf(model: Model, root: string, clusters: readonly string[], cwd: string): Target {
  const show = (path: string): string => display(join(root, path), cwd)
  return { root, path: model.gitops.path, topology: model.name, clusters, show }
}

/** True for what the command line asked for: everything, or what lies below one of the clusters it names. */
export function inScope(path: string, target: Target): boolean {
  return (
    target.clusters.length === 0 ||
    target.clusters.some(name => path.startsWith(`${clusterFolder(name, target)}/`))
  )
}

/** The folders in which a topology's files can be; none lies in another. */
export function foldersOf(wanted: Iterable<string>, target: Target): readonly string[] {
  if (target.clusters.length > 0) return target.clusters.map(name => clusterFolder(name, target))
  const folders = new Set([target.path])
  for (const path of wanted) if (!below(path, target.path)) folders.add(path.slice(0, path.lastIndexOf('/')))
  return [...folders].filter(folder => ![...folders].some(other => other !== folder && below(folder, other)))
}

function clusterFolder(name: string, { path }: Target): string {
  return path === '' ? name : `${path}/${name}`
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
