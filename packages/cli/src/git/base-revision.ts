import type { Result } from '../files/result.ts'
import { noWorkTree } from './no-work-tree.ts'
import { type Environment, gitError, runGit } from './run-git.ts'

/** What the working tree is compared with. */
export interface BaseRevision {
  /** As the user, or Git, calls it. */
  readonly ref: string
  /** The commit itself: where the work since then began, so that what others did meanwhile is no change of ours. */
  readonly commit: string
}

/** The revision asked for, else the default branch of the remote, else the last commit; of a branch, where this one left it. */
export async function baseRevision(
  root: string,
  asked: string | undefined,
  env: Environment,
): Promise<Result<BaseRevision>> {
  const within = await runGit(root, env, ['rev-parse', '--is-inside-work-tree'])
  const { code: found, err: why, absent } = within
  if (absent) return { error: 'there is no git program on the PATH, and nothing to compare with' }
  if (found !== 0 && /not a git repository/i.test(why))
    return { error: 'there is no Git repository here, and so no revision to compare with' }
  if (found !== 0) return { error: gitError(why) }
  if (within.bytes.toString('utf8').trim() === 'false') return { error: noWorkTree }
  const head = await commitOf(root, 'HEAD', env)
  if (head.error !== undefined) return head
  if (head.value === undefined)
    return { error: 'the repository has no commit yet that could be compared with' }
  const ref = asked ?? (await defaultBranch(root, env)) ?? 'HEAD'
  const named = await commitOf(root, ref, env)
  if (named.error !== undefined) return named
  const commit = named.value
  if (commit === undefined) return { error: await missing(root, ref, env) }
  const { code, bytes, err } = await runGit(root, env, ['merge-base', commit, head.value])
  if (code === 0) return { value: { ref, commit: bytes.toString('utf8').trim() } }
  // Code 1: the histories have nothing in common, or what they have is not in this clone.
  if (code !== 1) return { error: gitError(err) }
  return (await isShallow(root, env)) ? { error: await missing(root, ref, env) } : { value: { ref, commit } }
}

/** The commit that a revision means; undefined where there is none of that name. */
async function commitOf(root: string, ref: string, env: Environment): Promise<Result<string | undefined>> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]
  const { code, bytes, err } = await runGit(root, env, args)
  if (code === 0) return { value: bytes.toString('utf8').trim() }
  return err.trim() === '' ? { value: undefined } : { error: gitError(err) }
}

async function defaultBranch(root: string, env: Environment): Promise<string | undefined> {
  const { code, bytes } = await runGit(root, env, [
    'rev-parse',
    '--abbrev-ref',
    '--verify',
    '--quiet',
    'origin/HEAD',
  ])
  return code === 0 ? bytes.toString('utf8').trim() : undefined
}

async function isShallow(root: string, env: Environment): Promise<boolean> {
  const { bytes } = await runGit(root, env, ['rev-parse', '--is-shallow-repository'])
  return bytes.toString('utf8').trim() === 'true'
}

async function missing(root: string, ref: string, env: Environment): Promise<string> {
  if (!(await isShallow(root, env))) {
    // A clone has only the branches that somebody worked on there; those of others are the remote's.
    const remote = await commitOf(root, `origin/${ref}`, env)
    return `there is no revision "${ref}"${remote.value === undefined ? '' : `; did you mean "origin/${ref}"?`}`
  }
  return `this clone is shallow and does not reach back to "${ref}": check out with fetch-depth: 0, or run git fetch --unshallow`
}
