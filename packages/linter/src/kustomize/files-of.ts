import type { Source } from '@espalier/model'
import { folderOf } from '../fleet/kustomization.ts'
import type { Files } from './files.ts'

/** Texts as the only files there are. */
export function filesOf(sources: readonly Source[]): Files {
  const files = new Map(sources.map(source => [source.file, source]))
  const folders = new Set([''])
  for (const { file } of sources) {
    for (let folder = folderOf(file); !folders.has(folder); folder = folderOf(folder)) folders.add(folder)
  }
  return {
    kindOf: path => (files.has(path) ? 'file' : folders.has(path) ? 'folder' : undefined),
    read: path => files.get(path),
  }
}
