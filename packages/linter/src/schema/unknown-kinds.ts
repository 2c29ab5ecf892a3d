import { group, groupKind, placeKey, within } from '@espalier/model'
import type { Entry } from '../fleet/fleet.ts'
import { count } from '../text/count.ts'
import type { SchemaFault } from './schema-fault.ts'

/** Kinds without a schema, each said once, at the first object. */
export function unknownKinds(entries: readonly Entry[]): readonly SchemaFault[] {
  const kinds = group(entries, ({ object }) => `${groupKind(object)} ${object.apiVersion}`)
  return [...kinds.values()].map(all => {
    const [first] = all
    const { apiVersion, kind } = first.object
    // One that several clusters or kustomizations share is one manifest.
    const number = new Set(all.map(({ place }) => placeKey(place))).size
    const message = `no schema of ${kind} ${apiVersion} is known, so that ${count(number, 'manifest')} ${number === 1 ? 'is' : 'are'} not checked against one`
    return { fault: 'unknown-kind', at: within(first.place, 'apiVersion'), entry: first, message }
  })
}
