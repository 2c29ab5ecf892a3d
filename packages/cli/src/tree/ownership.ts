import { realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Header } from '@espalier/model'
import { errorCode } from '../files/file-error.ts'
import type { Target } from './target.ts'

/** True for a file that all of its headers give to one topology; without headers it is nobody's. */
export type IsOurs = (owners: readonly Header[]) => boolean

/**
 * Tells the files of a target's topology. Two files may name their topologies alike, so the header must name ours, or one that is no
 * more: the topology file was renamed.
 */
export function ownershipOf(target: Target): IsOurs {
  const answers = new Map<string, boolean>()
  const names = [target.topology, target.formerly]
  const isOther = (file: string): boolean => {
    const answer = answers.get(file) ?? isAnotherFile(file, target)
    answers.set(file, answer)
    return answer
  }
  return owners =>
    owners.length > 0 && owners.every(({ topology, file }) => names.includes(topology) && !isOther(file))
}

function isAnotherFile(file: string, target: Target): boolean {
  if (file === target.file) return false
  // No header of ours leads out of the repository, and we do not look there.
  if (file.startsWith('/') || file.split('/').includes('..')) return true
  const other = realFile(join(target.root, file))
  return other !== undefined && other !== realFile(join(target.root, target.file))
}

/** One name for a file, however it is reached; none where there is no file. What may not be looked at exists. */
function realFile(path: string): string | undefined {
  try {
    return statSync(path).isFile() ? realpathSync.native(path) : undefined
  } catch (thrown) {
    return ['ENOENT', 'ENOTDIR'].includes(errorCode(thrown) ?? '') ? undefined : path
  }
}
