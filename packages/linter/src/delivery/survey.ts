import type { Source } from '@espalier/model'
import { type Documents, readDocuments, type Texts } from '../fleet/documents.ts'
import { folderOf } from '../fleet/kustomization.ts'
import { type FolderMap, mapFolders } from './folder-map.ts'
import { join } from './path.ts'
import type { FolderItem, Repository } from './repository.ts'

/** The repository, looked at as engines do: what its folders hold, and what its files say. */
export interface Survey {
  readonly repository: Repository
  readonly folders: FolderMap
  /** What a folder holds, sorted by name; nothing where there is none. */
  items(folder: string): readonly FolderItem[] | undefined
  /** What a file says, linted or not. */
  documents(path: string): Documents | undefined
}

export interface SurveyOptions {
  /** What was read of the linted texts already. */
  readonly read: Texts
  /** True for folders of which every file is linted once one is, so that nobody has to look at the disk. */
  isWhole(folder: string): boolean
}

export function surveyOf(repository: Repository, { read, isWhole }: SurveyOptions): Survey {
  const folders = mapFolders(repository.texts.keys())
  const others = new Map<string, Documents | undefined>()
  const seen = new Map<string, readonly FolderItem[] | undefined>()
  return {
    repository,
    folders,
    items(folder) {
      if (folders.has(folder) && isWhole(folder)) return lintedItems(folders, folder)
      if (!seen.has(folder))
        seen.set(folder, sorted(repository.folder(folder)) ?? lintedItems(folders, folder))
      return seen.get(folder)
    },
    documents(path) {
      const linted = repository.texts.get(path)
      if (linted !== undefined) return read.get(linted) ?? readDocuments(linted)
      if (!others.has(path)) others.set(path, documentsOf(repository.read(path)))
      return others.get(path)
    },
  }
}

function documentsOf(source: Source | undefined): Documents | undefined {
  return source && readDocuments(source)
}

function lintedItems(folders: FolderMap, path: string): readonly FolderItem[] | undefined {
  const folder = folders.get(path)
  if (folder === undefined) return undefined
  const items = [
    ...folder.files.map((name): FolderItem => ({ name, kind: 'file' })),
    ...folder.folders.map((name): FolderItem => ({ name, kind: 'folder' })),
  ]
  return sorted(items)
}

function sorted(items: readonly FolderItem[] | undefined): readonly FolderItem[] | undefined {
  return items && [...items].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Every file at or below a folder, sorted by folder; what `isEntered` refuses is not gone into. */
export function* filesBelow(
  survey: Survey,
  folder: string,
  isEntered: (folder: string) => boolean,
): Iterable<string> {
  for (const { name, kind } of survey.items(folder) ?? []) {
    const path = join(folder, name)
    if (kind === 'file') yield path
    else if (kind === 'folder' && name !== '.git' && isEntered(path))
      yield* filesBelow(survey, path, isEntered)
  }
}

export function lintedAmong({ repository }: Survey, files: readonly string[]): ReadonlyMap<string, Source> {
  return new Map(
    files.flatMap(file => {
      const source = repository.texts.get(file)
      return source === undefined ? [] : [[file, source] as const]
    }),
  )
}

/** What the folder of a path holds, for a path that is not there. */
export function siblingsOf(survey: Survey, path: string): readonly string[] {
  const items = survey.items(folderOf(path)) ?? []
  return items.filter(({ kind }) => kind === 'folder').map(({ name }) => name)
}
