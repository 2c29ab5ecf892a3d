import { keyOf, type Place, within } from '@espalier/model'
import { field, list, record } from './fields.ts'
import type { Entry } from './fleet.ts'

/** What makes a Service dual-stack, to go on after a colon, and where it says so. */
export interface DualStack {
  readonly words: string
  readonly at: Place
}

/** Why a Service surely gets both IP families. What PreferDualStack makes of one hangs on its cluster. */
export function dualStack({ object, place }: Entry): DualStack | undefined {
  const spec = field(object, 'spec')
  const families = list(field(spec, 'ipFamilies'))
  const policy = field(spec, 'ipFamilyPolicy')
  if (families.length > 1)
    return { words: `its ipFamilies are ${families.join(', ')}`, at: within(place, 'spec', 'ipFamilies') }
  if (policy === 'RequireDualStack')
    return { words: 'its ipFamilyPolicy is RequireDualStack', at: within(place, 'spec', 'ipFamilyPolicy') }
  // Source: https://kubernetes.io/docs/concepts/services-networking/dual-stack/
  const isBare =
    field(spec, 'clusterIP') === 'None' && Object.keys(record(field(spec, 'selector'))).length === 0
  if (policy !== undefined || !isBare) return undefined
  return {
    words: 'it is headless without a selector, and those are unless they say SingleStack',
    at: keyOf(within(place, 'spec', 'clusterIP')),
  }
}
