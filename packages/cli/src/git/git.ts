import type { Result } from '../files/result.ts'
import { noWorkTree } from './no-work-tree.ts'
import { type Environment, gitError, runGit } from './run-git.ts'

/** What a repository knows of the files below a folder: the ids of every version that Git can give back, by path. */
export interface GitVersions {
  readonly ids: ReadonlyMap<string, readonly string[]>
  /** Hex digits of an id: 40 for SHA-1 repositories, 64 for SHA-256. */
  readonly idLength: number
}

/** The Git directory of the work tree at `root`, absolute; undefined outside Git or where there is no git program. */
export async function gitDirectory(root: string, env: Environment): Promise<Result<string | undefined>> {
  const args = ['rev-parse', '--absolute-git-dir', '--is-inside-work-tree']
  const { code, out, err, absent } = await git(root, env, args)
  if (absent || (code !== 0 && /not a git repository/i.test(err))) return { value: undefined }
  if (code !== 0) return { error: gitError(err) }
  const [, directory, inside] = /^(.*?)\r?\n(true|false)\s*$/s.exec(out) ?? []
  return inside === 'false' ? { error: noWorkTree } : { value: directory }
}

/** Staged (all stages of a conflict too) and committed versions of the files below the given paths, relative to `root`. */
export async function gitVersions(
  root: string,
  env: Environment,
  paths: readonly string[],
): Promise<Result<GitVersions>> {
  const [index, commit] = await Promise.all([
    git(root, env, ['ls-files', '-s', '-z', '--', ...paths]),
    git(root, env, ['ls-tree', '-r', '-z', '--full-tree', 'HEAD', '--', ...paths]),
  ])
  if (index.code !== 0) return { error: gitError(index.err) }
  // A repository without a commit has no HEAD to list; its index is all there is.
  const lists = commit.code === 0 ? [index.out, commit.out] : [index.out]
  const ids = new Map<string, string[]>()
  for (const entry of lists.flatMap(list => list.split('\0'))) {
    const [, id, path] = /^\d+ (?:blob )?([0-9a-f]+)[^\t]*\t(.*)$/s.exec(entry) ?? []
    if (id !== undefined && path !== undefined) ids.set(path, [...(ids.get(path) ?? []), id])
  }
  const [first] = ids.values()
  return { value: { ids, idLength: first?.[0]?.length ?? 40 } }
}

/** Tracked YAML files outside of some folders that hold a text, as they are on the disk; relative to `root`, each once. */
export async function gitFilesWith(
  root: string,
  env: Environment,
  text: string,
  outside: readonly string[],
): Promise<Result<readonly string[]>> {
  const except = outside.map(folder => `:(exclude,literal)${folder}`)
  const options = ['-l', '-z', '-F', '--no-color', '--no-recurse-submodules']
  const { code, out, err } = await git(
    root,
    env,
    ['grep', ...options, '-e', text, '--', '*.yaml', ...except],
    [],
  )
  if (code > 1) return { error: gitError(err) }
  return { value: [...new Set(out.split('\0').filter(path => path !== ''))] }
}

/** The symbolic links of the index, or of a commit: by path, relative to `root`, the ids of their targets. None outside Git, or where it has no work tree. */
export async function gitLinks(
  root: string,
  env: Environment,
  commit?: string,
): Promise<Result<ReadonlyMap<string, string>>> {
  const args =
    commit === undefined ? ['ls-files', '-s', '-z'] : ['ls-tree', '-r', '-z', '--full-tree', commit]
  const { code, out, err, absent } = await git(root, env, args)
  if (code !== 0 && /not a git repository|must be run in a work tree/i.test(err)) return { value: new Map() }
  if (code !== 0) return { error: absent ? 'there is no git program' : gitError(err) }
  const links = out.split('\0').flatMap(entry => {
    const [, id, path] = /^120000 (?:blob )?([0-9a-f]+)[^\t]*\t(.*)$/s.exec(entry) ?? []
    return id === undefined || path === undefined ? [] : [[path, id] as const]
  })
  return { value: new Map(links) }
}

interface Answer {
  readonly code: number
  readonly out: string
  readonly err: string
  /** There is no git program. */
  readonly absent: boolean
}

async function git(
  cwd: string,
  env: Environment,
  args: readonly string[],
  pathspecs: readonly string[] = ['--literal-pathspecs'],
): Promise<Answer> {
  const { bytes, ...answer } = await runGit(cwd, env, [...pathspecs, ...args])
  return { ...answer, out: bytes.toString('utf8') }
}
