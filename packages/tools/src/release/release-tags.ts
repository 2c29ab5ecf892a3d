import { commitWith } from './commit-with.ts'
import { git } from './git.ts'

export interface ReleaseRequest {
  /** A work tree at the commit to release. */
  readonly cwd: string
  readonly version: string
  /** The folder with what only release tags hold: the bundle of the Action. */
  readonly folder: string
  readonly remote: string
}

/**
 * Tags a release on the remote, all or nothing, and returns the tags it moved or made; a second run makes none. `v1.2.3` holds the
 * bundle of the Action and never moves; `v1` follows the newest 1.x.y. `espalier@1.2.3` is the commit itself: only a tag on the branch
 * is found by `pre-commit autoupdate`. Throws where the version is tagged on another history, or with another bundle.
 */
export function releaseTags({ cwd, version, folder, remote }: ReleaseRequest): readonly string[] {
  const there = remoteTags(cwd, remote)
  const exact = `v${version}`
  const head = git(cwd, ['rev-parse', 'HEAD'])
  const released = there.get(exact)
  const commit = released === undefined ? commitWith(folder, exact, cwd) : released
  if (released !== undefined) refuseToMove(exact, released, { cwd, folder, remote, head })

  const named = `espalier@${version}`
  const wanted = new Map([[exact, commit]])
  if (!there.has(named))
    wanted.set(named, released === undefined ? head : git(cwd, ['rev-parse', `${released}^`]))
  const all = new Map([...there, ...wanted])
  const major = /^\d+/.exec(version)?.[0] ?? ''
  const newest = newestOf([...all.keys()], major)
  if (newest !== undefined) wanted.set(`v${major}`, all.get(newest) ?? commit)

  const moved = [...wanted].filter(([tag, id]) => there.get(tag) !== id)
  if (moved.length > 0) {
    const refs = moved.map(([tag, id]) => `${tag === `v${major}` ? '+' : ''}${id}:refs/tags/${tag}`)
    git(cwd, ['push', '--atomic', '--quiet', remote, ...refs])
  }
  return moved.map(([tag]) => tag)
}

interface Here {
  readonly cwd: string
  readonly folder: string
  readonly remote: string
  readonly head: string
}

function refuseToMove(tag: string, released: string, { cwd, folder, remote, head }: Here): void {
  git(cwd, ['fetch', '--quiet', '--no-tags', remote, `refs/tags/${tag}`])
  const base = git(cwd, ['rev-parse', `${released}^`])
  const isOlder = base !== head && git(cwd, ['rev-list', '--max-count=1', base, '--not', head]) === ''
  if (isOlder || commitWith(folder, tag, cwd) === released) return
  const why = base === head ? 'with another bundle' : 'on another history'
  throw new Error(`${tag} is released already, ${why}; a released tag never moves`)
}

/** By name: the commits that the tags of a remote point to. */
function remoteTags(cwd: string, remote: string): ReadonlyMap<string, string> {
  const tags = new Map<string, string>()
  // An annotated tag is listed twice; its commit comes second, as `name^{}`.
  for (const line of git(cwd, ['ls-remote', '--tags', remote]).split('\n')) {
    const [, id, tag] = /^([0-9a-f]+)\trefs\/tags\/(.+?)(?:\^\{\})?$/.exec(line) ?? []
    if (id !== undefined && tag !== undefined) tags.set(tag, id)
  }
  return tags
}

/** The newest tag of a major version; none where there are only pre-releases. */
function newestOf(tags: readonly string[], major: string): string | undefined {
  const numbers = tags.flatMap(tag => {
    const [, first, minor, patch] = /^v(\d+)\.(\d+)\.(\d+)$/.exec(tag) ?? []
    return first === major ? [[Number(minor), Number(patch)] as const] : []
  })
  const [newest] = numbers.sort(([a, b], [c, d]) => c - a || d - b)
  return newest === undefined ? undefined : `v${major}.${newest.join('.')}`
}
