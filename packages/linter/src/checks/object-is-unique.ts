import { placeKey, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { text } from '../fleet/fields.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { folderOf } from '../fleet/kustomization.ts'
import { meetings } from '../fleet/meetings.ts'
import { clusterTitle, title } from '../fleet/title.ts'

/** No two manifests of a cluster describe the same object. */
export const objectIsUnique: Check = {
  name: 'object-is-unique',
  params: noParams,
  *find(fleet) {
    const namesakes = fleet.namesakes().flat()
    const brought = new Set(namesakes.length > 0 ? filesBroughtTwice(fleet) : [])
    for (const entry of namesakes) {
      const { cluster, place } = entry
      const first = fleet.at(cluster, entry.kind, entry.namespace, entry.name)[0]
      if (cluster === undefined || first === undefined || first === entry || !meetSurely(first, entry))
        continue
      const isOneManifest = placeKey(first.place) === placeKey(place)
      // Another rule says which deliveries do it.
      if (isOneManifest && brought.has(fileKey(cluster.name, place.source.file))) continue
      const related = { at: within(first.place, 'metadata', 'name'), message: 'the other one is here' }
      yield {
        at: within(place, 'metadata', 'name'),
        entry,
        message: `${title(entry)} is in ${clusterTitle(entry)} twice${isOneManifest ? ', made of one manifest' : ''}`,
        related: isOneManifest ? [] : [related],
      }
    }
  },
}

function filesBroughtTwice(fleet: Fleet): readonly string[] {
  return [...meetings(fleet)].map(({ cluster, source }) => fileKey(cluster, source.file))
}

function fileKey(cluster: string, file: string): string {
  return `${cluster}\0${file}`
}

// A kustomization may rename what it takes, and whoever delivers a folder may choose the namespace of objects that name none.
function meetSurely(one: Entry, other: Entry): boolean {
  if (one.rendered && other.rendered) return true
  if (one.kustomized || other.kustomized) return false
  return (
    (isSettled(one) && isSettled(other)) ||
    folderOf(one.place.source.file) === folderOf(other.place.source.file)
  )
}

function isSettled({ namespace, object }: Entry): boolean {
  return namespace === '' || Boolean(text(object.metadata.namespace))
}
