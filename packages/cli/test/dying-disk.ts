import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Disk, disk } from '../src/tree/disk.ts'

/** A disk that works for so many operations and dies in the next one; a file it dies over is written by half. */
export function dyingDisk(operations: number, die: () => never): Disk {
  let left = operations
  const alive = (): void => {
    if (left-- <= 0) die()
  }
  const dying =
    <T extends unknown[]>(act: (...args: T) => void, last: (...args: T) => void = () => {}) =>
    (...args: T): void => {
      if (left === 0) last(...args)
      alive()
      act(...args)
    }
  return {
    create: dying(disk.create, (path, text) => disk.create(path, text.slice(0, text.length / 2))),
    rename: dying(disk.rename),
    remove: dying(disk.remove),
    makeFolder: dying(disk.makeFolder),
    removeFolder: dying(disk.removeFolder),
    removeTree: dying(disk.removeTree, path =>
      rmSync(join(path, readdirSync(path).sort()[0] ?? ''), { recursive: true }),
    ),
  }
}
