import type { Cluster } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { controllerCharts } from '../fleet/controller-charts.ts'
import { text } from '../fleet/fields.ts'
import { title } from '../fleet/title.ts'

const facts: readonly (readonly [string, (cluster: Cluster) => string | undefined])[] = [
  ['clusterName', ({ eksName }) => eksName],
  ['clusterVpcId', ({ vpc }) => vpc],
  ['awsRegion', ({ region }) => region],
  ['awsAccountId', ({ account }) => account],
]

/** The controller's values name the cluster, VPC, Region and account that topology.yaml gives to its cluster. */
export const controllerKeepsToItsCluster: Check = {
  name: 'controller-keeps-to-its-cluster',
  params: noParams,
  *find(fleet) {
    if (fleet.model === undefined) return
    for (const { entry, cluster: { name } = {}, values } of controllerCharts(fleet)) {
      const cluster = fleet.model.clusters.find(one => one.name === name)
      if (cluster === undefined) continue
      for (const [path, factOf] of facts) {
        const given = values.get(path)
        const value = text(given?.value)
        const fact = factOf(cluster)
        if (given === undefined || !value || fact === undefined || value === fact) continue
        yield {
          at: given.at,
          entry,
          message: `${title(entry)} gives the controller of cluster ${cluster.name} ${path} ${value}, but its own is ${fact}`,
          related: [{ at: cluster.at, message: `cluster ${cluster.name} is declared here` }],
        }
      }
    }
  },
}
