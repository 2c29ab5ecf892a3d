import { join, resolve } from 'node:path'
import {
  type Attribution,
  attribute,
  type Files,
  type Given,
  type Repository,
  type Texts,
} from '@espalier/linter'
import type { Source } from '@espalier/model'
import { display, pathFrom } from './display.ts'
import type { FileSystem } from './file-system.ts'
import type { Naming } from './named-clusters.ts'
import { readText } from './read-text.ts'
import { renderedFor, type Territory } from './territory.ts'

interface Request {
  readonly cwd: string
  /** The root of the repository, absolute. */
  readonly root: string
  /** What is linted, by absolute path. */
  readonly sources: ReadonlyMap<string, Source>
  readonly texts: Texts
  readonly territories: readonly Territory[]
  readonly naming: Naming
  readonly files: FileSystem
  /** The addresses by which engines may know the repository. */
  readonly urls: readonly string[]
  /** The files that builds of kustomizations may read. */
  readonly around: Files
}

/** Asks the objects of Argo CD and Flux among the files which of them goes to which cluster; paths of the answer are relative to the root. */
export function askEngines(request: Request): Attribution {
  const { cwd, root, texts: read, territories, around } = request
  const models = territories.map(({ model }) => model)
  const repository = repositoryAt(request)
  const rendered = new Map<string, readonly Given[]>()
  return attribute({
    repository,
    models,
    read,
    files: around,
    named: path => named(resolve(root, path), cwd),
    given(path) {
      // Files of the rendered tree are many, and its folders few.
      const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')))
      const own = rendered.get(folder) ?? renderedIn(resolve(root, folder), territories)
      rendered.set(folder, own)
      return own.length > 0 ? own : saidOf(resolve(root, path), request)
    },
  })
}

// As sources are named, but for the folder where the user stands, which files are named from.
function named(path: string, cwd: string): string {
  return path === cwd ? '' : display(path, cwd)
}

function repositoryAt({ cwd, root, sources, territories, files, urls }: Request): Repository {
  const own = [...sources].map(([path, source]) => [pathFrom(root, path), source] as const)
  const texts = new Map(own.filter(([path]) => !path.startsWith('../')))
  const isInside = (path: string): boolean => files.isReallyInside(path, root)
  return {
    texts,
    urls,
    isSaid: territories.length > 0,
    read(path) {
      const at = resolve(root, path)
      const linted = sources.get(at)
      if (linted !== undefined) return linted
      const text = isInside(at) && files.kindOf(at) === 'file' ? readText(at, files).value : undefined
      return text === undefined ? undefined : { file: display(at, cwd), text }
    },
    folder(path) {
      const at = resolve(root, path)
      try {
        return isInside(at) ? files.readFolder(at) : undefined
      } catch {
        return undefined
      }
    },
  }
}

function renderedIn(folder: string, territories: readonly Territory[]): readonly Given[] {
  // Any file would do.
  const file = join(folder, 'x.yaml')
  return territories
    .flatMap(territory => renderedFor(file, territory) ?? [])
    .map(cluster => ({ cluster, by: 'rendered' }))
}

function saidOf(path: string, { territories, naming }: Request): readonly Given[] {
  const listed = territories.flatMap(({ listed }) => [...listed].filter(([, files]) => files.has(path)))
  if (listed.length > 0) return listed.map(([cluster]) => ({ cluster, by: 'listed' }))
  return (naming.get(path) ?? []).map(cluster => ({ cluster, by: 'named' }))
}
