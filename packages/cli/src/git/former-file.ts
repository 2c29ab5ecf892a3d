import { join } from 'node:path'
import type { FileSystem } from '../files/file-system.ts'
import type { TopologyFile } from '../files/find-topologies.ts'
import { type Environment, runGit } from '../git/run-git.ts'
import type { BaseRevision } from './base-revision.ts'

/** The topology file as the base revision has it, under the name it had there; undefined where it had none. */
export async function formerFile(
  file: TopologyFile,
  base: BaseRevision,
  files: FileSystem,
  env: Environment,
): Promise<TopologyFile | undefined> {
  const name = files.kindOf(file.path) === 'file' ? file.name : await formerName(file, base, env)
  if (name === undefined) return undefined
  return { path: join(file.root, name), file: `${base.ref}:${name}`, root: file.root, name }
}

async function formerName(
  { root, name }: TopologyFile,
  { commit }: BaseRevision,
  env: Environment,
): Promise<string | undefined> {
  const args = ['diff', '--name-status', '-z', '--find-renames', '--diff-filter=R', commit]
  const { bytes } = await runGit(root, env, args)
  const words = bytes.toString('utf8').split('\0')
  // Three words for each: how alike they are, the old name, the new one.
  const at = words.findIndex((word, index) => index % 3 === 2 && word === name)
  return at < 0 ? undefined : words[at - 1]
}
