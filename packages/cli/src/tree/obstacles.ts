import type { Result } from '../files/result.ts'
import { listTree } from './list-tree.ts'
import { obstacleTo } from './obstacle-to.ts'
import type { Foreign } from './stranger.ts'
import { foldersOf, type Target } from './target.ts'

/** What stands where a folder or a file of a tree must go, each thing once; what a file in its place says is not looked at. */
export function obstacles(wanted: readonly string[], target: Target): Result<readonly Foreign[]> {
  const listing = listTree(foldersOf(wanted, target), target)
  if (listing.error !== undefined) return listing
  const found = new Map<string, Foreign>()
  for (const path of wanted) {
    const obstacle = obstacleTo(path, listing.value)
    if (obstacle !== undefined) found.set(obstacle.path, obstacle)
  }
  return { value: [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1)) }
}
