import { keyOf, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { kinds, routeKinds } from '../fleet/kinds.ts'
import { nameBeside } from '../fleet/name-beside.ts'
import { backendRefs, resolve, targetRef } from '../fleet/refs.ts'
import { exportsByService, targetedExport } from '../fleet/target-groups.ts'
import { title } from '../fleet/title.ts'
import { type Value, valuesAt } from '../fleet/values.ts'

/** The protocol of an exported Service is set by a policy that targets the ServiceExport; one that targets the Service does not reach it. */
export const exportProtocolIsSetOnExport: Check = {
  name: 'export-protocol-is-set-on-export',
  params: noParams,
  *find(fleet) {
    const policies = fleet.ofKind([kinds.targetGroupPolicy]).filter(policy => protocolsOf(policy).length > 0)
    if (policies.length === 0) return
    const exportsOf = exportsByService(fleet)
    const settled = new Set(policies.map(policy => targetedExport(fleet, policy)))
    const backends = servicesBehindRoutes(fleet)
    for (const entry of policies) {
      const ref = targetRef(entry)
      const [wanted] = protocolsOf(entry)
      if (ref?.kind !== kinds.service || wanted === undefined || entry.cluster === undefined) continue
      const exported = exportsOf({ cluster: entry.cluster, namespace: ref.namespace, name: ref.name }).find(
        one => !settled.has(one),
      )
      const isBackend = resolve(fleet, ref).some(service => backends.has(service))
      if (exported === undefined || isBackend) continue
      yield {
        at: keyOf(wanted.at),
        entry,
        message: `${title(entry)} sets ${wanted.at.path.at(-1)} ${wanted.value} on Service ${nameBeside(entry, ref)}, but ${title(exported)} takes its protocol only from a policy that targets the export`,
        related: [
          {
            at: within(exported.place, 'metadata', 'name'),
            message: `${title(exported)} exports the Service`,
          },
        ],
      }
    }
  },
}

function protocolsOf(policy: Entry): readonly Value[] {
  return ['spec.protocol', 'spec.protocolVersion']
    .flatMap(path => valuesAt(policy, path))
    .filter(({ value }) => typeof value === 'string')
}

// For these the policy's protocol counts.
function servicesBehindRoutes(fleet: Fleet): ReadonlySet<Entry> {
  const refs = fleet.ofKind(routeKinds).flatMap(backendRefs)
  return new Set(refs.filter(({ kind }) => kind === kinds.service).flatMap(ref => resolve(fleet, ref)))
}
