import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { controllerCharts } from '../fleet/controller-charts.ts'
import { isTrue, valueText } from '../fleet/helm-values.ts'
import { networkGateways } from '../fleet/network-gateways.ts'
import { title } from '../fleet/title.ts'

/** A controller told to override the service network has one to take, and no Gateway there asks for another. */
export const networkOverrideTakesEffect: Check = {
  name: 'network-override-takes-effect',
  params: noParams,
  *find(fleet) {
    for (const { entry, cluster, values } of controllerCharts(fleet)) {
      const override = values.get('enableServiceNetworkOverride')
      if (override === undefined || !isTrue(override)) continue
      const network = valueText(values.get('defaultServiceNetwork'))
      if (!network) {
        if (values.isWhole && values.get('defaultServiceNetwork') === undefined)
          yield {
            at: override.at,
            entry,
            message: `${title(entry)} sets enableServiceNetworkOverride, but no defaultServiceNetwork`,
          }
        continue
      }
      const other = networkGateways(fleet).find(one => one.cluster === cluster && one.name !== network)
      if (cluster === undefined || other === undefined) continue
      yield {
        at: override.at,
        entry,
        message: `${title(entry)} makes ${network} the service network of every Gateway in cluster ${cluster.name}, ${title(other)} too`,
        related: [{ at: within(other.place, 'metadata', 'name'), message: `${title(other)} is here` }],
      }
    }
  },
}
