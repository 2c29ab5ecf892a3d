import { existsSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import type { FileTree } from '@espalier/model'
import type { Result } from '../files/result.ts'
import { differingNames } from '../git/differing-names.ts'
import { gitDirectory } from '../git/git.ts'
import { type Environment, type GitAnswer, gitError, runGit } from '../git/run-git.ts'
import { foldersOf, inScope, type Target } from './target.ts'

/** A file that the next commit would not hold as it was rendered. */
export interface Unstaged {
  readonly path: string
  readonly why: string
}

/** Holds what is staged against the tree as the disk has it, sorted: new files are easily left out of a commit. */
export async function unstagedFiles(
  wanted: FileTree,
  target: Target,
  env: Environment,
): Promise<Result<readonly Unstaged[]>> {
  const { root } = target
  const directory = await gitDirectory(root, env)
  if (directory.error !== undefined) return directory
  if (directory.value === undefined) return { error: '--staged: there is no Git here' }
  const index = indexInUse(directory.value, root, env)
  const ask = async (args: readonly string[]): Promise<Result<ReadonlySet<string>>> =>
    names(await runGit(root, env, ['--literal-pathspecs', ...args], '', index))

  const tracked = await ask(['ls-files', '-z', '--', ...foldersOf(wanted.keys(), target)])
  if (tracked.error !== undefined) return tracked
  const differing = await ask(differingNames)
  if (differing.error !== undefined) return differing
  const gone = [...differing.value].filter(path => !wanted.has(path) && !existsSync(join(root, path)))
  const rendered = gone.length === 0 ? { value: new Set<string>() } : await ask(grepFor(target))
  if (rendered.error !== undefined) return rendered

  const untracked = [...wanted.keys()].filter(path => !tracked.value.has(path))
  const found = [
    ...untracked.map(path => ({ path, why: 'Git does not track it' })),
    ...[...differing.value]
      .filter(path => wanted.has(path))
      .map(path => ({ path, why: 'it is staged with other content' })),
    ...gone
      .filter(path => rendered.value.has(path))
      .map(path => ({ path, why: 'it is no longer rendered, but still staged' })),
  ]
  return {
    value: found.filter(({ path }) => inScope(path, target)).sort((a, b) => (a.path < b.path ? -1 : 1)),
  }
}

/** The staged files that carry the header of a topology. */
function grepFor({ topology }: Target): readonly string[] {
  return ['grep', '--cached', '-l', '-z', '-F', '--no-color', '-e', `(topology ${topology}, cluster `]
}

/** `git commit -a` and `git commit FILE` prepare an index of their own, and tell their hooks which; another repository's is not ours. */
function indexInUse(
  directory: string,
  root: string,
  { GIT_INDEX_FILE: given }: Environment,
): string | undefined {
  const file = given === undefined || given === '' ? undefined : resolve(root, given)
  return file?.startsWith(directory + sep) === true ? file : undefined
}

/** Exit code 1 of git means that it found nothing. */
function names({ code, bytes, err }: GitAnswer): Result<ReadonlySet<string>> {
  if (code > 1) return { error: gitError(err) }
  return {
    value: new Set(
      bytes
        .toString('utf8')
        .split('\0')
        .filter(name => name !== ''),
    ),
  }
}
