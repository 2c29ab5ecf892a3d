import { dirname, relative, resolve, sep } from 'node:path'
import type { Model } from '@espalier/model'
import { diskFiles } from './disk-files.ts'
import type { FileSystem } from './file-system.ts'
import type { TopologyFile } from './find-topologies.ts'
import { selectFiles } from './named-clusters.ts'
import type { Result } from './result.ts'

/** By cluster: the files of `lint.clusters`. */
export interface ListedFiles {
  readonly files: ReadonlyMap<string, ReadonlySet<string>>
  /** The globs that select nothing, as sentences. */
  readonly remarks: readonly string[]
}

/** Finds the files of `lint.clusters`, whose globs are relative to the topology's folder and never lead out of its repository. */
export async function listedFiles(
  file: TopologyFile,
  model: Model,
  from: FileSystem = diskFiles,
): Promise<Result<ListedFiles>> {
  const files = new Map<string, ReadonlySet<string>>()
  const remarks: string[] = []
  for (const [cluster, { files: globs }] of Object.entries(model.lint.clusters ?? {})) {
    const own = new Set<string>()
    for (const glob of globs) {
      const name = `${file.file}: lint.clusters.${cluster}.files: ${JSON.stringify(glob)}`
      const { value, error } = await select(glob, file, from)
      if (error !== undefined) return { error: `${name}: ${error}` }
      if (value.length === 0) remarks.push(`${name} selects no YAML file`)
      for (const path of value) own.add(path)
    }
    files.set(cluster, own)
  }
  return { value: { files, remarks } }
}

async function select(
  glob: string,
  { path, root }: TopologyFile,
  from: FileSystem,
): Promise<Result<readonly string[]>> {
  const folder = dirname(path)
  const outside = { error: "it leads out of the repository's root" }
  if (relative(root, resolve(folder, glob)).split(sep)[0] === '..') return outside
  const selected = await selectFiles(glob, folder, from)
  const folders = new Set((selected.value ?? []).map(file => dirname(file)))
  return [...folders].every(one => from.isReallyInside(one, root)) ? selected : outside
}
