import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { controllerCharts } from '../fleet/controller-charts.ts'
import { valueText } from '../fleet/helm-values.ts'
import { title } from '../fleet/title.ts'

/** The controller's resync is off, or at least a minute long. */
export const resyncIsPossible: Check = {
  name: 'resync-is-possible',
  params: noParams,
  *find(fleet) {
    for (const { entry, values } of controllerCharts(fleet)) {
      const given = values.get('reconcileDefaultResyncSeconds')
      const seconds = Number(valueText(given) || 0)
      if (given === undefined || !(seconds > 0 && seconds < 60)) continue
      yield {
        at: given.at,
        entry,
        message: `${title(entry)} sets reconcileDefaultResyncSeconds ${seconds}, but the controller takes 0 (off) or at least 60`,
      }
    }
  },
}
