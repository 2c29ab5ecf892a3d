import type { Foreign } from './stranger.ts'
import type { Target } from './target.ts'

/** The name our topology had before: the one that all files in the way carry, of the very file that ours is read from. */
export function formerName(foreign: readonly Foreign[], target: Target): string | undefined {
  const [name, ...others] = new Set(foreign.map(({ owner }) => owner?.topology))
  const isSameFile = foreign.every(({ owner }) => owner?.file === target.file)
  return isSameFile && others.length === 0 && name !== target.topology ? name : undefined
}

/** What to do where the topology was renamed. */
export function renamed(former: string, { topology }: Target): string {
  return `topology ${former} was renamed to ${topology}; espalier render --force takes its files over, hand edits in them are lost`
}
