import { keyOf, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { kinds } from '../fleet/kinds.ts'
import { wantedGroup } from '../fleet/target-groups.ts'
import { title } from '../fleet/title.ts'

/** A TargetGroupPolicy of a group that is not checked by default says whether it is. */
export const healthCheckIsDecided: Check = {
  name: 'health-check-is-decided',
  params: noParams,
  *find(fleet) {
    for (const entry of fleet.ofKind([kinds.targetGroupPolicy])) {
      const { protocol, version, healthCheck } = wantedGroup(fleet, entry)
      const isOffByDefault = protocol === 'TCP' || version === 'HTTP2' || version === 'GRPC'
      if (!isOffByDefault || healthCheck.enabled !== undefined) continue
      yield {
        at: keyOf(within(entry.place, 'spec', 'healthCheck')),
        entry,
        message: `the target group of ${title(entry)} is ${version || protocol}, and such a group has no health check unless healthCheck.enabled says so`,
      }
    }
  },
}
