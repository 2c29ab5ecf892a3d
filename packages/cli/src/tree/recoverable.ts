import { createHash } from 'node:crypto'
import type { GitVersions } from '../git/git.ts'
import { ownersOfConflict } from './owner.ts'
import type { IsOurs } from './ownership.ts'
import { recordDigest, type TreeRecord } from './record.ts'

/** All that can give the bytes of a file back once they are overwritten. */
export interface Memory {
  readonly git: GitVersions
  readonly record: TreeRecord
}

/** True where overwriting a file loses nothing: Git has these bytes, Espalier wrote them, or a merge made them of rendered files. */
export function isRecoverable(path: string, bytes: Buffer, isOurs: IsOurs, { git, record }: Memory): boolean {
  const text = bytes.toString('utf8')
  if (record.get(path)?.includes(recordDigest(text)) === true) return true
  if (isOurs(ownersOfConflict(text))) return true
  const ids = git.ids.get(path) ?? []
  return ids.length > 0 && lineEndings(bytes).some(version => ids.includes(blobId(version, git.idLength)))
}

/** The id Git gives these bytes. */
function blobId(bytes: Buffer, length: number): string {
  const hash = createHash(length === 64 ? 'sha256' : 'sha1')
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

// Git may have turned the line ends around on checkout, in either direction. Latin-1 keeps every byte.
function lineEndings(bytes: Buffer): readonly Buffer[] {
  const lf = bytes.toString('latin1').replaceAll('\r\n', '\n')
  return [bytes, Buffer.from(lf, 'latin1'), Buffer.from(lf.replaceAll('\n', '\r\n'), 'latin1')]
}
