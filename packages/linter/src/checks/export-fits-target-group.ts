import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields } from '../check-params.ts'
import { field, number, record } from '../fleet/fields.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { exportedService, isFederated } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

interface Params {
  /** Targets that a target group takes. */
  readonly most: number
}

const workloads: readonly string[] = ['Deployment.apps', 'StatefulSet.apps']

/** The Pods of an exported Service are no more than a target group takes. */
export const exportFitsTargetGroup: Check<Params> = {
  name: 'export-fits-target-group',
  params: fields({ most: { type: 'integer' } }, 'most'),
  *find(fleet, { most }) {
    const large = fleet.ofKind(workloads).filter(entry => replicasOf(entry) > 1)
    if (large.reduce((sum, entry) => sum + replicasOf(entry), 0) <= most) return
    for (const entry of fleet.ofKind([kinds.serviceExport]).filter(isFederated)) {
      const pods = workloadsBehind(fleet, entry)
      const targets = pods.reduce((sum, one) => sum + replicasOf(one), 0)
      if (targets <= most) continue
      yield {
        at: within(entry.place, 'metadata', 'name'),
        entry,
        message: `${title(entry)} exports a Service of ${targets} Pods, but a target group takes ${most} targets`,
        related: pods.slice(0, 3).map(one => ({
          at: within(one.place, 'spec', 'replicas'),
          message: `${replicasOf(one)} of them are of ${title(one)}`,
        })),
      }
    }
  },
}

function replicasOf({ object }: Entry): number {
  return number(field(object, 'spec', 'replicas')) ?? 1
}

function workloadsBehind(fleet: Fleet, exported: Entry): readonly Entry[] {
  const { cluster, namespace } = exported
  const [service] = fleet.at(cluster, kinds.service, namespace, exportedService(exported))
  const wanted = Object.entries(record(field(service?.object, 'spec', 'selector')))
  if (wanted.length === 0) return []
  return fleet.ofKind(workloads).filter(one => {
    const labels = record(field(one.object, 'spec', 'template', 'metadata', 'labels'))
    const isThere = one.cluster === cluster && one.namespace === namespace
    return isThere && wanted.every(([key, value]) => labels[key] === value)
  })
}
