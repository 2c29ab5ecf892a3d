import { join } from 'node:path'
import { type FileTree, fluxFolder, type Model, parseHeader } from '@espalier/model'
import { pathFrom } from '../files/display.ts'
import type { FileSystem } from '../files/file-system.ts'
import { listRendered } from '../files/list-manifests.ts'
import { readText } from '../files/read-text.ts'

/**
 * The files that carry the header of a topology, but those of a tree: in the folders of its trees, as it is and as it was, whatever
 * clusters these had. Rendering removes them.
 */
export async function renderedBefore(
  models: readonly Model[],
  root: string,
  files: FileSystem,
  tree: FileTree,
): Promise<FileTree> {
  const names = new Set(models.map(({ name }) => name))
  const folders = new Set(models.flatMap(foldersOf))
  const paths = [...folders]
    .flatMap(folder => listRendered(join(root, folder), root, files).value ?? [])
    .filter(path => !tree.has(pathFrom(root, path)))
  const different = [...new Set(paths)]
  await files.prepare(different)
  const texts = different.map(path => [pathFrom(root, path), readText(path, files).value ?? ''] as const)
  return new Map(texts.filter(([, text]) => names.has(parseHeader(text)?.topology ?? '')))
}

function foldersOf(model: Model): readonly string[] {
  const { gitops, clusters } = model
  const synced = gitops.engine === 'flux' ? clusters.map(cluster => fluxFolder(model, cluster)) : []
  return [gitops.path, ...synced]
}
