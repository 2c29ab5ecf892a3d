import { readlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Link } from '@espalier/linter'
import { gitLinks } from '../git/git.ts'
import type { Io } from '../io.ts'
import { display } from './display.ts'
import { repositoryOf } from './repository-of.ts'

export interface RepositoryLinks {
  readonly found: readonly Link[]
  /** Repositories that could not be asked, as sentences. */
  readonly remarks: readonly string[]
}

/**
 * The symbolic links that Git keeps in the repositories around some paths, wherever they lie there: an engine has the whole repository
 * before it. A link that Git does not know never gets to an engine.
 */
export async function repositoryLinks(
  paths: readonly string[],
  { cwd, env }: Pick<Io, 'cwd' | 'env'>,
): Promise<RepositoryLinks> {
  const roots = [...new Set(paths.flatMap(path => repositoryOf(resolve(cwd, path)) ?? []))]
  const asked = await Promise.all(roots.map(async root => ({ root, ...(await gitLinks(root, env)) })))
  return {
    found: asked.flatMap(({ root, value }) =>
      [...(value?.keys() ?? [])].flatMap(path => linkAt(root, path, cwd)),
    ),
    remarks: asked.flatMap(({ root, error }) =>
      error === undefined ? [] : [`symbolic links in ${display(root, cwd)} are not looked at: ${error}`],
    ),
  }
}

function linkAt(root: string, path: string, cwd: string): readonly Link[] {
  try {
    const target = readlinkSync(join(root, path))
    return [{ file: display(join(root, path), cwd), path, target }]
  } catch {
    // It was deleted, or replaced by a file, and that is not committed yet.
    return []
  }
}
