import { didYouMean, group, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { declares } from '../fleet/declares.ts'
import { kinds, routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { mayMove } from '../fleet/may-move.ts'
import { nameBeside } from '../fleet/name-beside.ts'
import { neighboursAmong } from '../fleet/neighbours-among.ts'
import { importRefs } from '../fleet/refs.ts'
import { clusterTitle, title } from '../fleet/title.ts'

/** A ServiceImport to which a route of Lattice leads is in the route's cluster. */
export const backendImportIsPresent: Check = {
  name: 'backend-import-is-present',
  params: noParams,
  *find(fleet) {
    const imports = fleet.ofKind([kinds.serviceImport])
    const importsIn = neighboursAmong(imports)
    const importsNamed = group(imports, one => one.name)
    for (const route of latticeOf(fleet, routeKinds)) {
      const { cluster } = route
      if (cluster === undefined) continue
      for (const { at, namespace, name, from } of importRefs(route)) {
        if (fleet.at(cluster, kinds.serviceImport, namespace, name).length > 0) continue
        const others = importsNamed.get(name) ?? []
        if (others.some(one => one.cluster === cluster && (mayMove(one) || mayMove(route)))) continue
        const ref = { from, at, kind: kinds.serviceImport, namespace, name }
        const hint = didYouMean(name, importsIn(cluster, namespace))
        yield {
          at: within(at, 'name'),
          entry: route,
          message: `${title(route)} leads to ServiceImport ${nameBeside(route, { namespace, name })}, but ${clusterTitle(route)} has no such object${hint}`,
          related: others.map(one => ({
            at: within(one.place, 'metadata', 'name'),
            message: `${title(one)} is in ${clusterTitle(one)}`,
          })),
          missing: {
            kinds: [kinds.serviceImport],
            among: [cluster],
            declared: declares(fleet.model, ref),
          },
        }
      }
    }
  },
}
