import { group } from '@espalier/model'
import type { Entry } from '../fleet/fleet.ts'
import { type Crd, readCrd } from './crd.ts'

/** Finds the CustomResourceDefinition that an object is judged by. */
export type CrdOf = (entry: Pick<Entry, 'kind' | 'cluster'>) => Crd | undefined

/** That of the object's own cluster comes first, then those that were given, then those of other clusters. */
export function crdShelf(entries: readonly Entry[], given: readonly Crd[]): CrdOf {
  const found = entries.flatMap(({ kind, object, place, cluster }) => {
    if (kind !== 'CustomResourceDefinition.apiextensions.k8s.io') return []
    const crd = readCrd(object, place)
    return crd === undefined ? [] : [{ crd, cluster }]
  })
  const byKind = group(found, ({ crd }) => crd.groupKind)
  const givenByKind = group(given, crd => crd.groupKind)
  return ({ kind, cluster }) => {
    const all = byKind.get(kind)
    const own = all?.find(one => one.cluster === cluster)
    return own?.crd ?? givenByKind.get(kind)?.[0] ?? all?.[0].crd
  }
}
