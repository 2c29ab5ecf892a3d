import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Entry } from '../fleet/fleet.ts'
import { folderOf } from '../fleet/kustomization.ts'
import { count } from '../text/count.ts'

/** Every manifest belongs to a cluster; said once for each folder. */
export const filesAreAttributed: Check = {
  name: 'files-are-attributed',
  params: noParams,
  *find(fleet) {
    const byFolder = new Map<string, [Entry, ...Entry[]]>()
    for (const entry of fleet.entries) {
      // Another rule says it of the folders of a rendered tree.
      if (entry.cluster !== undefined || (fleet.model && entry.beside !== undefined)) continue
      const folder = folderOf(entry.place.source.file)
      const others = byFolder.get(folder)
      if (others === undefined) byFolder.set(folder, [entry])
      else others.push(entry)
    }
    for (const [folder, entries] of byFolder) {
      const message = `${count(entries.length, 'manifest')} in ${folder || '.'} ${entries.length === 1 ? 'belongs' : 'belong'} to no cluster`
      yield { at: entries[0].place, message }
    }
  },
}
