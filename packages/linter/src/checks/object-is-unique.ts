import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { text } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { folderOf } from '../fleet/kustomization.ts'
import { clusterTitle, title } from '../fleet/title.ts'

/** No two manifests of a cluster describe the same object. */
export const objectIsUnique: Check = {
  name: 'object-is-unique',
  params: noParams,
  *find(fleet) {
    for (const entry of fleet.namesakes().flat()) {
      const first = fleet.at(entry.cluster, entry.kind, entry.namespace, entry.name)[0]
      if (entry.cluster === undefined || first === undefined || first === entry || !meetSurely(first, entry))
        continue
      yield {
        at: within(entry.place, 'metadata', 'name'),
        entry,
        message: `${title(entry)} is in ${clusterTitle(entry)} twice`,
        related: [{ at: within(first.place, 'metadata', 'name'), message: 'the other one is here' }],
      }
    }
  },
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
