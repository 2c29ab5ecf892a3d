/** What is said of a file that is not even begun to be read. */
export const tooLarge = 'it is larger than 128 MiB'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'the disk quota is used up',
  ELOOP: 'its symbolic links lead in a circle',
  ENAMETOOLONG: 'its name is too long for this file system',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the device reported an error',
  EFBIG: tooLarge,
  ENXIO: 'it is a socket or a device',
  EBUSY: 'another program uses it',
  ENOBLOB: 'this clone of the repository does not have its content',
}

/** Why the system refused, in words; whatever is no answer of the file system is a bug and thrown on. */
export function fileError(thrown: unknown): string {
  const code = errorCode(thrown)
  if (code === undefined) throw thrown
  return reasons[code] ?? code
}

/** `ENOENT` and its kind; undefined for what is no system error. */
export function errorCode(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !('code' in thrown) || !('syscall' in thrown)) return undefined
  return typeof thrown.code === 'string' ? thrown.code : undefined
}

/** What the system would not read, which may be a folder below the one that was asked for. */
export function errorPath(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'path' in thrown && typeof thrown.path === 'string'
    ? thrown.path
    : undefined
}
