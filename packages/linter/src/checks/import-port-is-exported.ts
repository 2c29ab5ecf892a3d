import { type Place, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Entry } from '../fleet/fleet.ts'
import { importedGroups } from '../fleet/imported-groups.ts'
import { routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { backendRefs } from '../fleet/refs.ts'
import { clusterTitle, title } from '../fleet/title.ts'
import { valuesAt } from '../fleet/values.ts'

/** The port with which a route leads to a ServiceImport is the one that is exported; the controller passes over any other. */
export const importPortIsExported: Check = {
  name: 'import-port-is-exported',
  params: noParams,
  *find(fleet) {
    const groupOf = importedGroups(fleet)
    for (const route of latticeOf(fleet, routeKinds)) {
      for (const { port, at, exported } of withPorts(route, groupOf)) {
        const ports = valuesAt(exported, 'spec.exportedPorts.*.port')
        const [first] = ports
        if (first === undefined || ports.some(({ value }) => value === port)) continue
        yield {
          at: within(at, 'port'),
          entry: route,
          message: `${title(route)} leads to port ${port}, but the requests go to port ${first.value}, which ${title(exported)} of ${clusterTitle(exported)} exports`,
          related: [{ at: first.at, message: `port ${first.value} of ${title(exported)}` }],
        }
      }
    }
  },
}

interface WithPort {
  readonly at: Place
  readonly port: number
  readonly exported: Entry
}

function withPorts(route: Entry, groupOf: ReturnType<typeof importedGroups>): readonly WithPort[] {
  return backendRefs(route).flatMap(backend => {
    const { port, at } = backend
    const exported = port === undefined ? undefined : groupOf(backend)?.exported
    return port === undefined || exported === undefined ? [] : [{ at, port, exported }]
  })
}
