import { group, type Place } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields } from '../check-params.ts'
import { type ControllerChart, controllerCharts } from '../fleet/controller-charts.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { valueText } from '../fleet/helm-values.ts'

interface Params {
  /** Of the two clusters: surely the same, or not. */
  readonly vpc: 'same' | 'other'
}

interface Named {
  readonly entry: Entry
  readonly at: Place
  readonly cluster: string
  readonly name: string
  readonly vpc?: string
}

/** The controllers of two clusters bear different names. */
export const controllerNameIsUnique: Check<Params> = {
  name: 'controller-name-is-unique',
  params: fields({ vpc: { enum: ['same', 'other'] } }, 'vpc'),
  *find(fleet, { vpc }) {
    const named = controllerCharts(fleet).flatMap(chart => nameOf(fleet, chart))
    for (const [name, [first, ...others]] of group(named, one => one.name)) {
      for (const { entry, at, cluster, vpc: own } of others) {
        const isSame = own !== undefined && own === first.vpc
        if (cluster === first.cluster || isSame !== (vpc === 'same')) continue
        const where = isSame ? `, both in ${own}` : ''
        yield {
          at,
          entry,
          message: `the controller of cluster ${cluster} is called ${name}, as that of cluster ${first.cluster} is${where}`,
          related: [{ at: first.at, message: 'the other one is here' }],
        }
      }
    }
  },
}

// A kustomization, or values from elsewhere, may yet give another name; of one that topology.yaml contradicts, another rule says it.
function nameOf({ model }: Fleet, { entry, cluster, values }: ControllerChart): readonly Named[] {
  const given = values.get('clusterName')
  const name = valueText(given)
  if (!cluster || !given || !name || !values.isWhole) return []
  const declared = model?.clusters.find(one => one.name === cluster.name)
  if (declared !== undefined && declared.eksName !== name) return []
  const vpc = valueText(values.get('clusterVpcId')) ?? declared?.vpc
  return [{ entry, at: given.at, cluster: cluster.name, name, ...(vpc && { vpc }) }]
}
