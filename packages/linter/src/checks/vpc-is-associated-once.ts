import { keyOf, type Place, type Related, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field } from '../fleet/fields.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { title } from '../fleet/title.ts'

/** The VPC that a VpcAssociationPolicy associates is not associated by another cluster's controller too. */
export const vpcIsAssociatedOnce: Check = {
  name: 'vpc-is-associated-once',
  params: noParams,
  *find(fleet) {
    const policies = fleet.ofKind([kinds.vpcAssociationPolicy]).filter(isAssociating)
    for (const entry of policies) {
      const other = declaredElsewhere(fleet, entry) ?? policyElsewhere(policies, entry)
      if (other === undefined) continue
      yield {
        at: associationOf(entry),
        entry,
        message: `${title(entry)} associates VPC ${entry.cluster?.vpc} of cluster ${entry.cluster?.name}, but cluster ${other.cluster} associates the same VPC`,
        related: [other],
      }
    }
  },
}

interface Other extends Related {
  readonly cluster: string
}

function isAssociating({ object, cluster }: Entry): boolean {
  return cluster?.vpc !== undefined && field(object, 'spec', 'associateWithVpc') !== false
}

/** A cluster whose controller associates its VPC at its start. */
function declaredElsewhere({ model }: Fleet, { cluster }: Entry): Other | undefined {
  const other = model?.clusters.find(
    ({ name, vpc, association }) =>
      name !== cluster?.name && vpc === cluster?.vpc && association === 'controller',
  )
  return other && { cluster: other.name, at: other.at, message: `cluster ${other.name} is declared here` }
}

// Of two policies only the later one is wrong.
function policyElsewhere(policies: readonly Entry[], entry: Entry): Other | undefined {
  const earlier = policies.slice(0, policies.indexOf(entry))
  const other = earlier.find(
    ({ cluster }) => cluster !== entry.cluster && cluster?.vpc === entry.cluster?.vpc,
  )
  if (other?.cluster === undefined) return undefined
  return {
    cluster: other.cluster.name,
    at: within(other.place, 'metadata', 'name'),
    message: `${title(other)} is here`,
  }
}

function associationOf({ object, place }: Entry): Place {
  const isWritten = field(object, 'spec', 'associateWithVpc') !== undefined
  return isWritten ? within(place, 'spec', 'associateWithVpc') : keyOf(within(place, 'spec'))
}
