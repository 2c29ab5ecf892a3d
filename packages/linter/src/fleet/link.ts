/** A symbolic link that a repository holds. */
export interface Link {
  /** As users see it, relative to where they stand. */
  readonly file: string
  /** The same relative to the repository's root. */
  readonly path: string
  /** What it says, as it is written. */
  readonly target: string
}

/**
 * Why Argo CD refuses every path of a repository with this link; undefined for one that stays inside with each of its steps.
 * Source: argo-cd@v3.5.1 util/app/path/path.go, CheckOutOfBoundsSymlinks.
 */
export function whyRefused({
  path,
  target,
}: Link): 'is absolute' | 'leads out of the repository' | undefined {
  if (/^(\/|[A-Za-z]:[\\/]|\\\\)/.test(target)) return 'is absolute'
  let depth = path.split('/').length - 1
  for (const step of target.split(/[\\/]/)) {
    if (step === '..') depth -= 1
    else if (step !== '' && step !== '.') depth += 1
    if (depth < 0) return 'leads out of the repository'
  }
  return undefined
}
