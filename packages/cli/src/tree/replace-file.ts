import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { Disk } from './disk.ts'

// Short, because names of rendered files may already be as long as a file system allows; never with an ending that an engine reads;
// and with the topology's name, so that two topologies can be rendered into one folder at the same time.
const ending = '.espalier-tmp'

/** A name for the temporary files of one run; it serves any number of them, one after another. */
export function temporaryName(topology: string): string {
  return `.${topology}-${randomBytes(6).toString('hex')}${ending}`
}

/** Gives a file new content such that whoever looks, at whatever moment, sees the old or the new one. */
export function replaceFile(path: string, text: string, temporary: string, disk: Disk): void {
  const beside = join(dirname(path), temporary)
  try {
    disk.create(beside, text)
    disk.rename(beside, path)
  } catch (error) {
    discard(beside, disk)
    throw error
  }
}

// What cannot be removed now, or was never made, is no news beside the error that led here; the next render removes it.
function discard(path: string, disk: Disk): void {
  try {
    disk.remove(path)
  } catch {}
}

/** True for names that `temporaryName` makes: what a killed render of this topology leaves behind. */
export function isTemporary(name: string, topology: string): boolean {
  if (!name.startsWith(`.${topology}-`) || !name.endsWith(ending)) return false
  return /^[0-9a-f]{12}$/.test(name.slice(topology.length + 2, -ending.length))
}
