import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, text } from '../fleet/fields.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { routeTypes, targetedExport } from '../fleet/target-groups.ts'
import { title } from '../fleet/title.ts'

/** The protocol that a TargetGroupPolicy gives an export can carry the routes that the export is for. */
export const exportProtocolFitsRouteType: Check = {
  name: 'export-protocol-fits-route-type',
  params: noParams,
  *find(fleet) {
    for (const entry of fleet.ofKind([kinds.targetGroupPolicy])) {
      const exported = targetedExport(fleet, entry)
      if (exported === undefined) continue
      const types = routeTypes(exported)
      const [type = ''] = types
      const name = types.length === 1 ? unfitField(entry, type) : undefined
      if (name === undefined) continue
      yield {
        at: within(entry.place, 'spec', name),
        entry,
        message: `${title(entry)} sets ${name} ${field(entry.object, 'spec', name)}, but ${title(exported)} is for ${type} routes`,
        related: [
          {
            at: within(exported.place, 'spec', 'exportedPorts'),
            message: `routeType ${type} of ${title(exported)}`,
          },
        ],
      }
    }
  },
}

// HTTP/2 carries gRPC too, if without what Lattice knows of gRPC.
function unfitField({ object }: Entry, type: string): 'protocol' | 'protocolVersion' | undefined {
  const protocol = text(field(object, 'spec', 'protocol'))
  const overTcp = protocol === 'TCP'
  if (protocol !== undefined && overTcp !== (type === 'TLS')) return 'protocol'
  const version = text(field(object, 'spec', 'protocolVersion'))
  return type === 'GRPC' && version === 'HTTP1' ? 'protocolVersion' : undefined
}
