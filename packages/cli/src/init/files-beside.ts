import type { Result } from '../files/result.ts'
import { githubOnMain } from './github-on-main.ts'
import { githubPullRequest } from './github-pull-request.ts'
import { gitlab } from './gitlab.ts'
import type { NewFile } from './new-file.ts'
import { preCommit } from './pre-commit.ts'
import type { Surroundings } from './surroundings.ts'
import type { Wishes } from './wishes.ts'

/** What is written beside a topology, in the repository's root. */
export function filesBeside(
  around: Surroundings,
  repository: string,
  { ci = hostsCi(repository), workflow, preCommit: wanted }: Wishes,
): Result<readonly NewFile[]> {
  const onMain = workflow === 'on-main'
  if (onMain && ci !== 'github')
    return { error: `--workflow on-main is written for GitHub, and --ci is ${ci}` }
  if (ci === 'github' && /^(HEAD$|refs\/)/.test(around.branch))
    return { error: `the engine follows ${around.branch}, and the workflow needs the name of a branch` }
  // A commit of the topology alone would be held against the tree of an older one.
  const hooks = wanted && !onMain
  const github = onMain ? githubOnMain : githubPullRequest
  return {
    value: [
      ...(ci === 'github' ? [{ path: '.github/workflows/espalier.yml', text: github(around) }] : []),
      ...(ci === 'gitlab' ? [{ path: '.gitlab-ci.yml', text: gitlab(around) }] : []),
      ...(hooks ? [{ path: '.pre-commit-config.yaml', text: preCommit(around) }] : []),
    ],
  }
}

function hostsCi(repository: string): 'github' | 'gitlab' {
  const host = /^(?:[a-z]+:\/\/)?(?:[^/@]*@)?([^/:]*)/.exec(repository)?.[1] ?? ''
  return host.includes('gitlab') ? 'gitlab' : 'github'
}
