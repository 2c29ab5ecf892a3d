import type { FolderItem, Repository } from '@espalier/linter'
import type { Source } from '@espalier/model'

/** A repository of which everything is at hand, and some of it is linted. */
export function repositoryOf(
  sources: readonly Source[],
  linted: readonly Source[] = sources,
  about: Partial<Repository> = {},
): Repository {
  const all = new Map(sources.map(source => [source.file, source]))
  return {
    texts: new Map(linted.map(source => [source.file, source])),
    urls: ['https://github.com/acme/fleet'],
    isSaid: true,
    read: path => all.get(path),
    folder(path) {
      const items = new Map<string, FolderItem>()
      for (const file of all.keys()) {
        if (path !== '' && !file.startsWith(`${path}/`)) continue
        const [name = '', ...deeper] = file.slice(path === '' ? 0 : path.length + 1).split('/')
        items.set(name, { name, kind: deeper.length > 0 ? 'folder' : 'file' })
      }
      return items.size > 0 ? [...items.values()] : undefined
    },
    ...about,
  }
}
