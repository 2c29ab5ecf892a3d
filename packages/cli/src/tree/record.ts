import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { digest, type FileTree } from '@espalier/model'
import { readText } from '../files/read-text.ts'
import type { Disk } from './disk.ts'
import { isTemporary, replaceFile, temporaryName } from './replace-file.ts'
import { inScope, type Target } from './target.ts'

/** Digests of what Espalier last wrote here, by path. More than one where a render was under way and may have been killed. */
export type TreeRecord = ReadonlyMap<string, readonly string[]>

/** Lies in the Git directory: it concerns this work tree alone, and must never be committed. */
export function recordFile(gitDirectory: string, topology: string): string {
  return join(gitDirectory, 'espalier', `${topology}.json`)
}

/** What the record says; one that is missing or damaged vouches for nothing. */
export function readRecord(file: string | undefined): TreeRecord {
  const { value } = file === undefined ? {} : readText(file)
  if (value === undefined) return new Map()
  try {
    const files: unknown = JSON.parse(value).files
    return new Map(Object.entries(files ?? {}).filter(isEntry))
  } catch {
    return new Map()
  }
}

export function writeRecord(file: string, record: TreeRecord, topology: string, disk: Disk): void {
  const folder = dirname(file)
  disk.makeFolder(folder)
  for (const name of readdirSync(folder)) if (isTemporary(name, topology)) disk.remove(join(folder, name))
  replaceFile(
    file,
    `${JSON.stringify({ files: Object.fromEntries(record) })}\n`,
    temporaryName(topology),
    disk,
  )
}

/** The record once a tree is written: what lies outside the target's scope, and was not removed, stays as it was. */
export function nextRecord(
  old: TreeRecord,
  wanted: FileTree,
  removed: readonly string[],
  target: Target,
): TreeRecord {
  const gone = new Set(removed)
  const next = new Map([...old].filter(([path]) => !inScope(path, target) && !gone.has(path)))
  for (const [path, text] of wanted) if (inScope(path, target)) next.set(path, [recordDigest(text)])
  return next
}

/** Vouches for everything that either record does. */
export function unite(one: TreeRecord, other: TreeRecord): TreeRecord {
  const both = new Map(one)
  for (const [path, digests] of other) both.set(path, [...new Set([...(both.get(path) ?? []), ...digests])])
  return both
}

export function sameRecord(one: TreeRecord, other: TreeRecord): boolean {
  return (
    one.size === other.size && [...one].every(([path, digests]) => digests.join() === other.get(path)?.join())
  )
}

/** Of a text with its line ends read as LF. */
export function recordDigest(text: string): string {
  return digest(text.replaceAll('\r\n', '\n'))
}

function isEntry(entry: [string, unknown]): entry is [string, readonly string[]] {
  return Array.isArray(entry[1]) && entry[1].every(one => typeof one === 'string')
}
