import { join } from 'node:path'
import { parseHeader, readYaml } from '@espalier/model'
import { diskFiles } from './disk-files.ts'
import { display } from './display.ts'
import { errorCode, fileError } from './file-error.ts'
import type { FileSystem, FolderEntry } from './file-system.ts'
import { listRendered } from './list-manifests.ts'
import { readText } from './read-text.ts'
import type { Result } from './result.ts'

/** A rendered tree, as far as it is known whose its folders are. */
interface Tree {
  readonly topology: string
  /** Absolute. */
  readonly folder: string
  /** Names of clusters, and of their folders. */
  readonly clusters: readonly string[]
}

/**
 * The files with manifests that lie in the folder of a tree, but in that of no cluster: by path, the name of the folder there, or nothing
 * for those directly in it. A folder with files of another topology is a cluster's of that one.
 */
export function besideClusters(
  tree: Tree,
  cwd: string,
  files: FileSystem = diskFiles,
): Result<ReadonlyMap<string, string>> {
  const clusters = new Set(tree.clusters)
  const found = new Map<string, string>()
  const entries = entriesOf(tree.folder, cwd, files)
  if (entries.error !== undefined) return entries
  for (const entry of entries.value.filter(({ name }) => !clusters.has(name))) {
    const path = join(tree.folder, entry.name)
    const { value, error } = entry.kind === 'folder' ? listRendered(path, cwd, files) : { value: [path] }
    if (error !== undefined) return { error }
    if (value.some(file => isOfAnother(file, tree, files))) continue
    const name = entry.kind === 'folder' ? entry.name : ''
    for (const file of value) if (holdsManifest(file, files)) found.set(file, name)
  }
  return { value: found }
}

function entriesOf(folder: string, cwd: string, files: FileSystem): Result<readonly FolderEntry[]> {
  try {
    return { value: files.readFolder(folder).filter(isLookedAt) }
  } catch (thrown) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(thrown) ?? '')) return { value: [] }
    return { error: `${display(folder, cwd)} cannot be read: ${fileError(thrown)}` }
  }
}

function isLookedAt({ name, kind }: FolderEntry): boolean {
  return !name.startsWith('.') && name !== 'node_modules' && kind !== 'other'
}

function isOfAnother(path: string, { topology }: Tree, files: FileSystem): boolean {
  const owner = parseHeader(readText(path, files).value ?? '')?.topology
  return owner !== undefined && owner !== topology
}

// Nothing is expected of what lies there: templates and values are no faults, and kustomizations explain the files around them.
function holdsManifest(path: string, files: FileSystem): boolean {
  const text = /\.(ya?ml|json)$/i.test(path) ? readText(path, files).value : undefined
  if (text === undefined) return false
  const { documents, faults } = readYaml({ file: path, text })
  return faults.length === 0 && documents.some(({ value }) => isManifest(value))
}

function isManifest(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'apiVersion' in value && 'kind' in value
}
