import { didYouMean, group, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { declares } from '../fleet/declares.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds, routeKinds } from '../fleet/kinds.ts'
import { mayMove } from '../fleet/may-move.ts'
import { type BackendRef, backendRefs, isImportRef, resolve } from '../fleet/refs.ts'
import { clusterTitle, title } from '../fleet/title.ts'

/** Some route of its cluster leads to a ServiceImport. */
export const importIsUsed: Check = {
  name: 'import-is-used',
  params: noParams,
  *find(fleet) {
    const refs = fleet.ofKind(routeKinds).flatMap(backendRefs).filter(isImportRef)
    const refsNamed = group(refs, ({ from, name }) => keyOf(from, name))
    const used = new Set(refs.flatMap(ref => resolve(fleet, { ...ref, kind: kinds.serviceImport })))
    const dangling = group(refs.filter(ref => !used.size || resolve(fleet, ref).length === 0), ({ from, namespace }) => keyOf(from, namespace))
    for (const entry of fleet.ofKind([kinds.serviceImport])) {
      const { cluster, namespace, name, place } = entry
      if (cluster === undefined || cluster.role === 'none' || used.has(entry)) continue
    }
  },
}
