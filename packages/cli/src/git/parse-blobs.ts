/** The blobs of what `git cat-file --batch` prints, by id: a line with id, type and size, so many bytes, a line end. */
export function parseBlobs(bytes: Buffer): ReadonlyMap<string, Uint8Array> {
  const blobs = new Map<string, Uint8Array>()
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0x0a, at)
    if (end < 0) break
    const [id = '', , size] = bytes.toString('latin1', at, end).split(' ')
    // An object that is missing has no size, and no content behind it.
    const length = size === undefined ? -1 : Number(size)
    if (length >= 0) blobs.set(id, bytes.subarray(end + 1, end + 1 + length))
    at = end + 2 + length
  }
  return blobs
}
