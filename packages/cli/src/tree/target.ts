import { join } from 'node:path'
import { fluxFolder, type Model } from '@espalier/model'
import { display } from '../files/display.ts'

/** Where a tree goes, and whose it is. */
export interface Target {
  /** Absolute; every path of a tree is relative to it. */
  readonly root: string
  /** `gitops.path`: the folder of the rendered clusters. */
  readonly path: string
  readonly engine: 'argocd' | 'flux'
  /** By cluster: Espalier's folder in the one that Flux syncs; none with another engine. */
  readonly entries: ReadonlyMap<string, string>
  readonly topology: string
  /** The topology file as headers name it. */
  readonly file: string
  /** A name that the topology had before: its files are taken over. */
  readonly formerly?: string
  /** Only these clusters are compared and written; all of them where there are none. */
  readonly clusters: readonly string[]
  /** A path of the tree as the user knows it. */
  show(path: string): string
}

/** The place of a model's tree, named as seen from the current folder. */
export function targetOf(model: Model, root: string, clusters: readonly string[], cwd: string): Target {
  const { path, engine } = model.gitops
  const synced = engine === 'flux' ? model.clusters : []
  return {
    root,
    path,
    engine,
    entries: new Map(synced.map(cluster => [cluster.name, fluxFolder(model, cluster)])),
    topology: model.name,
    file: model.source.file,
    clusters,
    show: path => display(join(root, path), cwd),
  }
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
  const folders = new Set([target.path, ...target.entries.values()])
  for (const path of wanted) if (!below(path, target.path)) folders.add(folderOf(path))
  return [...folders].filter(folder => !folderAbove(folder, folders))
}

/** The folders of the tree that an engine takes as a whole: one for each unit, and Espalier's in what Flux syncs. */
export function unitFolders(wanted: Iterable<string>, target: Target): ReadonlySet<string> {
  const entries = new Set(target.entries.values())
  const unit = new RegExp(`^(?:[^/]+/){${target.path.split('/').length}}[^/]+/[^/]+(?=/)`)
  const folders = new Set<string>()
  for (const path of wanted) if (inScope(path, target)) folders.add(folderOf(path))
  const units = new Set<string>()
  for (const folder of folders) {
    const path = `${folder}/`
    const found = folderAbove(path, entries) ?? (below(path, target.path) ? unit.exec(path)?.[0] : undefined)
    if (found !== undefined) units.add(found)
  }
  return units
}

/** The one of some folders in which a path lies, whatever the depth. */
export function folderAbove(path: string, folders: ReadonlySet<string>): string | undefined {
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder))
    if (folders.has(folder)) return folder
  return undefined
}

/** The folder right below the tree's own in which a path lies; none where the tree's own is not looked at as a whole. */
export function topFolder(path: string, target: Target): string | undefined {
  if (target.clusters.length > 0 || !below(path, target.path)) return undefined
  const end = path.indexOf('/', target.path.length + 1)
  return end < 0 ? undefined : path.slice(0, end)
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

function foldersOfCluster(name: string, { path, entries }: Target): readonly string[] {
  const tree = `${path}/${name}`
  const entry = entries.get(name)
  return entry === undefined || below(entry, tree) ? [tree] : [tree, entry]
}

function below(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`)
}

/** A guard against our own mistakes: a path that leads out of the tree never reaches the disk. */
export function guardPath(path: string): void {
  if (!isTreePath(path)) throw new Error(`the rendered tree has the path ${JSON.stringify(path)}`)
}

const impossibleStep = /(^|\/)(\.{0,2}|\.git)(\/|$)/

/** True for a path that can only mean a file in some folder below the root. */
export function isTreePath(path: string): boolean {
  const odd = path.includes('\\') || path.includes('\0') || path.includes(':')
  return !odd && path.includes('/') && !impossibleStep.test(path)
}
