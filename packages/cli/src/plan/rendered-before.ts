import { join, relative } from 'node:path'
import { clusterFolders, type FileTree, type Model, parseHeader } from '@espalier/model'
import { slashed } from '../files/display.ts'
import type { FileSystem } from '../files/file-system.ts'
import { listRendered } from '../files/list-manifests.ts'
import { readText } from '../files/read-text.ts'

/** The files below the folders of a topology's clusters that carry its header, but those of a tree. */
export async function renderedBefore(
  model: Model,
  root: string,
  files: FileSystem,
  tree: FileTree,
): Promise<FileTree> {
  const folders = new Set(model.clusters.flatMap(cluster => clusterFolders(model, cluster)))
  const paths = [...folders]
    .flatMap(folder => listRendered(join(root, folder), root, files).value ?? [])
    .filter(path => !tree.has(slashed(relative(root, path))))
  await files.prepare(paths)
  const texts = paths.map(path => [slashed(relative(root, path)), readText(path, files).value ?? ''] as const)
  return new Map(texts.filter(([, text]) => parseHeader(text)?.topology === model.name))
}
