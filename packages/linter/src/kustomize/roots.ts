import type { Document } from '../fleet/documents.ts'
import { field, list, text } from '../fleet/fields.ts'
import { folderOf } from '../fleet/kustomization.ts'
import { resolvePath } from '../fleet/resolve-path.ts'

/** The folders of those kustomizations that no other one takes in, sorted; a Component is never delivered by itself. */
export function rootsAmong(kustomizations: readonly Document[]): readonly string[] {
  const named = new Set<string>()
  for (const { value, place } of kustomizations) {
    const folder = folderOf(place.source.file)
    for (const key of ['resources', 'bases', 'components'])
      for (const one of list(field(value, key))) named.add(resolvePath(folder, text(one) ?? '.'))
  }
  const roots = kustomizations.flatMap(({ value, place }) => {
    const folder = folderOf(place.source.file)
    return field(value, 'kind') === 'Component' || named.has(folder) ? [] : [folder]
  })
  return [...new Set(roots)].sort()
}
