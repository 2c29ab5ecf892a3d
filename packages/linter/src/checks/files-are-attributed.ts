import { placeKey, type Source } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
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
    if (byFolder.size === 0) return
    const reasons = reasonsIn(fleet)
    for (const [folder, entries] of byFolder) {
      const reason = entries.map(({ place }) => reasons.get(place.source)).find(one => one !== undefined)
      // Several kustomizations may make something of one.
      const number = new Set(entries.map(({ place }) => placeKey(place))).size
      const message = `${count(number, 'manifest')} in ${folder || '.'} ${number === 1 ? 'belongs' : 'belong'} to no cluster`
      yield { at: entries[0].place, message: reason === undefined ? message : `${message}: ${reason}` }
    }
  },
}

/** Why it is not known where deliveries go, by the files that they deliver; where they deliver nothing known, by that of their object. */
function reasonsIn({ deliveries }: Fleet): ReadonlyMap<Source, string> {
  const reasons = new Map<Source, string>()
  for (const { title, target, what, at } of deliveries) {
    if (!('unknown' in target)) continue
    const files = what.linted.size > 0 ? [...what.linted.values()] : [at.source]
    const verb = what.linted.size > 0 ? 'delivers them, but' : 'delivers nothing that is known:'
    for (const file of files) if (!reasons.has(file)) reasons.set(file, `${title} ${verb} ${target.unknown}`)
  }
  return reasons
}
