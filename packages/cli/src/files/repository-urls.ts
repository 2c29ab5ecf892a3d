import { mentionsEngine } from '@espalier/linter'
import type { Source } from '@espalier/model'
import { gitRemotes } from '../git/git-origin.ts'
import type { Environment } from '../git/run-git.ts'
import type { Territory } from './territory.ts'

interface Request {
  /** The root of the repository, absolute. */
  readonly root: string
  readonly sources: Iterable<Source>
  readonly territories: readonly Territory[]
  readonly env?: Environment | undefined
}

/** The addresses by which engines may know the repository: those of topologies, else Git's where a file speaks of an engine. */
export async function repositoryUrls({
  root,
  sources,
  territories,
  env,
}: Request): Promise<readonly string[]> {
  if (territories.length > 0) return territories.map(({ model }) => model.gitops.repository)
  return env !== undefined && [...sources].some(mentionsEngine) ? await gitRemotes(root, env) : []
}
