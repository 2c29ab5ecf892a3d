import { join } from 'node:path'
import type { Link } from '@espalier/linter'
import { display } from '../files/display.ts'
import type { Result } from '../files/result.ts'
import type { Io } from '../io.ts'
import { gitLinks } from './git.ts'
import { readBlob } from './run-git.ts'

/** The symbolic links that a commit of a repository holds. */
export async function formerLinks(
  root: string,
  commit: string,
  { cwd, env }: Pick<Io, 'cwd' | 'env'>,
): Promise<Result<readonly Link[]>> {
  const links = await gitLinks(root, env, commit)
  if (links.error !== undefined) return links
  const value = [...links.value].map(([path, id]) => ({
    file: display(join(root, path), cwd),
    path,
    target: Buffer.from(readBlob(root, env, id)).toString('utf8'),
  }))
  return { value }
}
