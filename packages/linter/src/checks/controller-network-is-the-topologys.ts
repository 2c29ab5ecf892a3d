import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { controllerCharts } from '../fleet/controller-charts.ts'
import { valueText } from '../fleet/helm-values.ts'
import { title } from '../fleet/title.ts'

/** The default service network of a controller in the topology's service network is that network. */
export const controllerNetworkIsTheTopologys: Check = {
  name: 'controller-network-is-the-topologys',
  params: noParams,
  *find(fleet) {
    const network = fleet.model?.network
    if (network === undefined) return
    for (const { entry, cluster, values } of controllerCharts(fleet)) {
      const given = values.get('defaultServiceNetwork')
      const name = valueText(given)
      const takesPart = cluster?.role === 'config' || cluster?.role === 'workload'
      if (!takesPart || given === undefined || !name || name === network.name) continue
      yield {
        at: given.at,
        entry,
        message: `${title(entry)} associates the VPC of cluster ${cluster.name} with service network ${name}, but the topology's is ${network.name}`,
        related: [{ at: network.at, message: 'the service network is declared here' }],
      }
    }
  },
}
