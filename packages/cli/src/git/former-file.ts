import { join } from 'node:path'
import { diskFiles } from '../files/disk-files.ts'
import type { FileSystem } from '../files/file-system.ts'
import type { TopologyFile } from '../files/find-topologies.ts'
import { readText } from '../files/read-text.ts'
import type { BaseRevision } from './base-revision.ts'
import { differingNames } from './differing-names.ts'
import { type Environment, runGit } from './run-git.ts'
import { topologyLike, topologyNamed } from './topology-before.ts'

/** The topology file as the base revision has it, under the name it had there; undefined where it had none. */
export async function formerFile(
  file: TopologyFile,
  base: BaseRevision,
  files: FileSystem,
  env: Environment,
): Promise<TopologyFile | undefined> {
  const name = files.kindOf(file.path) === 'file' ? file.name : await nameBefore(file, base, files, env)
  if (name === undefined) return undefined
  return { path: join(file.root, name), file: `${base.ref}:${name}`, root: file.root, name }
}

// Git knows a file that moved only once that is staged; the working tree is what is planned, staged or not.
async function nameBefore(
  { path, root, name }: TopologyFile,
  { commit }: BaseRevision,
  files: FileSystem,
  env: Environment,
): Promise<string | undefined> {
  const ask = async (...args: readonly string[]): Promise<readonly string[]> => {
    const { bytes } = await runGit(root, env, args)
    const names = bytes.toString('utf8').split('\0')
    return names.filter(one => /\.(ya?ml|json)$/i.test(one))
  }
  const textsOf = (names: readonly string[], from: FileSystem): ReadonlyMap<string, string> =>
    new Map(names.map(one => [one, readText(join(root, one), from).value ?? '']))

  const text = readText(path).value ?? ''
  const deleted = await ask(...differingNames, '--diff-filter=D', commit)
  const gone = deleted.filter(one => diskFiles.kindOf(join(root, one)) === undefined)
  await files.prepare(gone.map(one => join(root, one)))
  const before = textsOf(gone, files)
  const named = topologyNamed(text, before)
  if (named !== undefined || before.size === 0) return named
  const added = await ask(...differingNames, '--diff-filter=A', commit)
  const untracked = await ask('ls-files', '-z', '--others', '--exclude-standard')
  const fresh = new Set([...added, ...untracked].filter(one => one !== name))
  return topologyLike(text, before, textsOf([...fresh], diskFiles))
}
