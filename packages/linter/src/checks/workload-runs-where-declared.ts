import { type Model, type Service, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { fields, kindNames } from '../check-params.ts'
import { field } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { clusterTitle, title } from '../fleet/title.ts'

interface Params {
  readonly kinds: readonly string[]
}

/** The config cluster runs no service that the topology declares elsewhere. */
export const workloadRunsWhereDeclared: Check<Params> = {
  name: 'workload-runs-where-declared',
  params: fields({ kinds: kindNames }, 'kinds'),
  *find(fleet, { kinds }) {
    if (fleet.model === undefined) return
    const services = servicesByNamespace(fleet.model)
    for (const entry of fleet.ofKind(kinds)) {
      if (entry.cluster?.role !== 'config') continue
      const service = services.get(entry.namespace)?.find(one => isPartOf(entry, one))
      if (service === undefined || service.runs.some(run => run.cluster.name === entry.cluster?.name))
        continue
      const clusters = service.runs.map(run => run.cluster.name).join(', ') || 'no cluster'
      yield {
        at: within(entry.place, 'kind'),
        entry,
        message: `${title(entry)} is in ${clusterTitle(entry)}, but service ${service.namespace}/${service.name} runs in ${clusters}`,
        related: [{ at: service.at, message: `service ${service.name} is declared here` }],
      }
    }
  },
}

function servicesByNamespace({ services }: Model): ReadonlyMap<string, readonly Service[]> {
  const found = new Map<string, Service[]>()
  for (const service of services)
    found.set(service.namespace, [...(found.get(service.namespace) ?? []), service])
  return found
}

function isPartOf({ name, object }: Entry, service: Service): boolean {
  if (name === service.name) return true
  const labels = field(object, 'spec', 'template', 'metadata', 'labels')
  const wanted = Object.entries(service.selector ?? {})
  return wanted.length > 0 && wanted.every(([key, value]) => field(labels, key) === value)
}
