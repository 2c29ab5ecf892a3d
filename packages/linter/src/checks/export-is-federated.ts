import { didYouMean, keyOf, within } from '@espalier/model'
import type { Check, Found } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { annotation, annotationAt, isFederated } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

const federation = 'amazon-vpc-lattice'

/** A ServiceExport carries the annotation without which the controller ignores it. */
export const exportIsFederated: Check = {
  name: 'export-is-federated',
  params: noParams,
  *find(fleet) {
    for (const entry of fleet.ofKind([kinds.serviceExport])) {
      if (!isFederated(entry) && !mayBeAnnotated(entry)) yield { ...describe(entry), entry }
    }
  },
}

function describe(entry: Entry): Pick<Found, 'at' | 'message'> {
  const value = annotation(entry, 'federation')
  if (value === undefined) {
    const message = `${title(entry)} has no annotation application-networking.k8s.aws/federation: ${federation}, so the controller ignores it`
    return { at: keyOf(within(entry.place, 'metadata')), message }
  }
  const hint = didYouMean(value, [federation]) || `; it acts on ${JSON.stringify(federation)} only`
  const message = `${title(entry)} is of federation ${JSON.stringify(value)}, so the controller ignores it${hint}`
  return { at: annotationAt(entry, 'federation'), message }
}

// Kustomizations add annotations to all they take, but only their renderer knows which.
function mayBeAnnotated(entry: Entry): boolean {
  return entry.kustomized && !entry.rendered && annotation(entry, 'federation') === undefined
}
