import { keyOf, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { controllerCharts } from '../fleet/controller-charts.ts'
import { field } from '../fleet/fields.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { kinds, latticeGroup } from '../fleet/kinds.ts'
import { title } from '../fleet/title.ts'

/** A HelmRelease of the controller brings the CRDs of a newer chart too, unless somebody else does. */
export const chartBringsNewCrds: Check = {
  name: 'chart-brings-new-crds',
  params: noParams,
  *find(fleet) {
    for (const { entry } of controllerCharts(fleet)) {
      if (entry.kind !== kinds.helmRelease || entry.kustomized || hasOwnCrds(fleet, entry)) continue
      const policy = field(entry.object, 'spec', 'upgrade', 'crds')
      if (policy !== undefined && policy !== null && policy !== 'Skip') continue
      const at = within(entry.place, 'spec', 'upgrade', 'crds')
      yield {
        at: policy === 'Skip' ? at : keyOf(at),
        entry,
        message: `${title(entry)} keeps the CRDs of the chart that was installed first`,
      }
    }
  },
}

function hasOwnCrds(fleet: Fleet, { cluster }: Entry): boolean {
  return fleet
    .ofKind([kinds.customResourceDefinition])
    .some(crd => crd.cluster === cluster && crd.name.endsWith(`.${latticeGroup}`))
}
