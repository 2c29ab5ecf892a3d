import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { FileTree } from '@espalier/model'
import { fileError } from '../files/file-error.ts'
import type { Result } from '../files/result.ts'
import { type Kind, listTree } from './list-tree.ts'
import { obstacleTo } from './obstacle-to.ts'
import { ownersOf } from './owner.ts'
import { ownershipOf } from './ownership.ts'
import { isTemporary } from './replace-file.ts'
import { type Foreign, foreignFile, strangeLink, stranger } from './stranger.ts'
import { folderAbove, foldersOf, guardPath, inScope, type Target, topFolder, unitFolders } from './target.ts'

export interface Existing {
  readonly path: string
  /** What is on the disk, line ends read as LF. */
  readonly text: string
}

/** How the disk differs from a rendered tree; every list is sorted by path. */
export interface Comparison {
  readonly unchanged: readonly string[]
  readonly missing: readonly string[]
  readonly changed: readonly Existing[]
  /** Ours by their header, and no longer rendered. */
  readonly stale: readonly Existing[]
  /** What is not ours and stands where one of our files must go. */
  readonly foreign: readonly Foreign[]
  /** What is not ours and in nobody's way, but in a folder that an engine takes as a whole. */
  readonly strangers: readonly Foreign[]
  /** Folders right below the tree's own that do not exist yet, each with the missing files that go there. */
  readonly newFolders: ReadonlyMap<string, readonly string[]>
  /** Temporary files of a killed render. */
  readonly leftovers: readonly string[]
  /** Temporary folders of a killed render, with all they hold. */
  readonly leftoverFolders: readonly string[]
}

/** Holds the disk against a tree, within what the target asks for; foreign files outside the folders of units are not mentioned. */
export function compareTree(wanted: FileTree, target: Target): Result<Comparison> {
  for (const path of wanted.keys()) guardPath(path)
  const listing = listTree(foldersOf(wanted.keys(), target), target)
  if (listing.error !== undefined) return listing
  const entries = listing.value
  const isOurs = ownershipOf(target)
  const units = unitFolders(wanted.keys(), target)
  const found = {
    unchanged: [] as string[],
    missing: [] as string[],
    changed: [] as Existing[],
    stale: [] as Existing[],
    foreign: new Map<string, Foreign>(),
    strangers: [] as Foreign[],
    leftovers: temporaries(entries, 'file', target),
    leftoverFolders: temporaries(entries, 'folder', target),
  }
  let here = ''
  try {
    for (const [path, text] of inOrder(wanted)) {
      here = path
      if (inScope(path, target)) compareWanted(path, text)
    }
    for (const [path, kind] of inOrder(entries)) {
      here = path
      if (!wanted.has(path)) compareUnwanted(path, kind)
    }
  } catch (thrown) {
    return { error: `${target.show(here)} cannot be read: ${fileError(thrown)}` }
  }
  const newFolders = missingFolders(found.missing, entries, target)
  return { value: { ...found, newFolders, foreign: [...found.foreign.values()] } }

  function compareWanted(path: string, text: string): void {
    const obstacle = obstacleTo(path, entries)
    if (obstacle !== undefined) found.foreign.set(obstacle.path, obstacle)
    else if (!entries.has(path)) found.missing.push(path)
    else compareText(path, text, readExisting(path, target.root))
  }

  function compareText(path: string, text: string, existing: string): void {
    const owners = ownersOf(existing)
    if (existing === text) found.unchanged.push(path)
    else if (isOurs(owners)) found.changed.push({ path, text: existing })
    else found.foreign.set(path, foreignFile(path, owners, target))
  }

  function compareUnwanted(path: string, kind: Kind): void {
    if (!/\.(ya?ml|json)$/i.test(path)) return
    const unit = folderAbove(path, units)
    const mayBeOurs = kind === 'file' && path.endsWith('.yaml')
    if (kind === 'link' && unit !== undefined) found.strangers.push(strangeLink(path, unit, target))
    if (kind !== 'file' || (unit === undefined && !mayBeOurs)) return
    const text = readExisting(path, target.root)
    const owners = ownersOf(text)
    if (mayBeOurs && isOurs(owners)) found.stale.push({ path, text })
    else if (unit !== undefined) found.strangers.push(stranger(path, owners, unit, target))
  }
}

/** The text of a file of the tree, line ends read as LF. */
export function readExisting(path: string, root: string): string {
  const text = readFileSync(join(root, path), 'utf8')
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text
}

function missingFolders(
  missing: readonly string[],
  entries: ReadonlyMap<string, Kind>,
  target: Target,
): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>()
  for (const path of missing) {
    const folder = topFolder(path, target)
    if (folder === undefined || entries.has(folder)) continue
    const others = folders.get(folder)
    if (others === undefined) folders.set(folder, [path])
    else others.push(path)
  }
  return folders
}

function temporaries(
  entries: ReadonlyMap<string, Kind>,
  kind: Kind,
  { topology }: Target,
): readonly string[] {
  const named = [...entries].filter(([path, one]) => one === kind && isTemporary(basename(path), topology))
  return named.map(([path]) => path).sort()
}

function inOrder<T>(entries: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
}
