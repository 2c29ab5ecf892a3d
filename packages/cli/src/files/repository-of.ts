import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The nearest folder at or above this one that holds `.git` (a file in worktrees and submodules). */
export function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : repositoryOf(parent)
}
