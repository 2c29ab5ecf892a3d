import { mkdirSync, renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'

/** Every operation by which a tree changes, as a value: tests pass one that fails, or dies, at any step. */
export interface Disk {
  /** Fails where a file is already; follows no link. */
  create(path: string, text: string): void
  rename(from: string, to: string): void
  remove(path: string): void
  /** With its parents; content where it exists. */
  makeFolder(path: string): void
  /** Only an empty one. */
  removeFolder(path: string): void
  /** A folder with all that is in it. */
  removeTree(path: string): void
}

export const disk: Disk = {
  create: (path, text) => writeFileSync(path, text, { flag: 'wx' }),
  rename: renameSync,
  remove: unlinkSync,
  makeFolder: path => mkdirSync(path, { recursive: true }),
  removeFolder: rmdirSync,
  removeTree: path => rmSync(path, { recursive: true }),
}
