import { didYouMean, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { backendRefs } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

const served: readonly string[] = ['Service', 'ServiceImport']

/** Routes of Lattice lead to Services and ServiceImports; of backends the controller compares the kind alone, not the group. */
export const backendKindIsServed: Check = {
  name: 'backend-kind-is-served',
  params: noParams,
  *find(fleet) {
    for (const route of latticeOf(fleet, routeKinds)) {
      const refs = backendRefs(route).map(ref => ({ ...ref, word: ref.kind.split('.')[0] ?? '' }))
      const wrong = refs.filter(({ word }) => !served.includes(word))
      for (const { at, word, name } of wrong) {
        yield {
          at: within(at, 'kind'),
          entry: route,
          message: `${title(route)} leads to ${word} ${name}, but the controller serves only ${served.join(' and ')}${didYouMean(word, served)}`,
        }
      }
    }
  },
}
