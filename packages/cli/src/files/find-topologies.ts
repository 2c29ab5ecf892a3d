import { dirname, join, relative, resolve } from 'node:path'
import { diskFiles } from './disk-files.ts'
import { display, slashed } from './display.ts'
import { repositoryOf } from './repository-of.ts'
import type { Result } from './result.ts'

/** A topology file and the folder its tree is rendered into. */
export interface TopologyFile {
  readonly path: string
  /** As users see it, relative to where they stand. */
  readonly file: string
  /** The Git top level, else the topology's own folder; `gitops.path` is relative to it. */
  readonly root: string
  /** As headers of rendered files name it: relative to the root, so that it is the same on every machine. */
  readonly name: string
}

/** The files given by `--topology`, or the topology.yaml here or in a parent folder up to the repository's root. */
export function findTopologies(cwd: string, given: readonly string[] = []): Result<readonly TopologyFile[]> {
  if (given.length > 0) {
    const paths = [...new Set(given.map(file => resolve(cwd, file)))]
    return { value: paths.map(path => topologyFile(path, cwd)) }
  }
  const found = foldersUp(cwd)
    .map(folder => join(folder, 'topology.yaml'))
    .find(path => diskFiles.kindOf(path) === 'file')
  if (found !== undefined) return { value: [topologyFile(found, cwd)] }
  const where =
    repositoryOf(cwd) === undefined ? 'here' : "here or in a parent folder up to the repository's root"
  return { error: `there is no topology.yaml ${where}; --topology FILE names one` }
}

function foldersUp(cwd: string): readonly string[] {
  const top = repositoryOf(cwd) ?? cwd
  const folders = [cwd]
  for (let folder = cwd; folder !== top; ) {
    folder = dirname(folder)
    folders.push(folder)
  }
  return folders
}

function topologyFile(path: string, cwd: string): TopologyFile {
  const root = repositoryOf(dirname(path)) ?? dirname(path)
  return {
    path,
    file: display(path, cwd),
    root,
    name: slashed(relative(root, path)),
  }
}
