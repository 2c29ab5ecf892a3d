import { type Environment, type GitAnswer, runGit } from './run-git.ts'

export interface Origin {
  /** The address, with whatever credentials somebody put into it. */
  readonly url?: string
  readonly branch?: string
}

/** The remote "origin" and its default branch, as far as the repository knows them. */
export async function gitOrigin(root: string, env: Environment): Promise<Origin> {
  const [remote, head] = await Promise.all([
    runGit(root, env, ['remote', 'get-url', 'origin']),
    runGit(root, env, ['symbolic-ref', '--short', 'refs/remotes/origin/HEAD']),
  ])
  const [url, branch] = [lineOf(remote), lineOf(head)?.replace(/^origin\//, '')]
  return { ...(url && { url }), ...(branch && { branch }) }
}

/** The addresses of all remotes, whatever their names. */
export async function gitRemotes(root: string, env: Environment): Promise<readonly string[]> {
  const { code, bytes } = await runGit(root, env, ['config', '--get-regexp', '^remote\\..*\\.url$'])
  const lines = code === 0 ? bytes.toString('utf8').split('\n') : []
  return lines.flatMap(line => /^\S+ (.+)$/.exec(line)?.[1] ?? [])
}

function lineOf({ code, bytes }: GitAnswer): string | undefined {
  return code === 0 ? bytes.toString('utf8').trim() : undefined
}
