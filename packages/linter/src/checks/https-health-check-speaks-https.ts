import { keyOf, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { kinds } from '../fleet/kinds.ts'
import { wantedGroup } from '../fleet/target-groups.ts'
import { title } from '../fleet/title.ts'

/** The health check of an HTTPS target group says with which protocol it checks the port that speaks HTTPS. */
export const httpsHealthCheckSpeaksHttps: Check = {
  name: 'https-health-check-speaks-https',
  params: noParams,
  *find(fleet) {
    for (const entry of fleet.ofKind([kinds.targetGroupPolicy])) {
      const { protocol, version, healthCheck } = wantedGroup(fleet, entry)
      const isOn = healthCheck.enabled === true || (healthCheck.enabled === undefined && version === 'HTTP1')
      // Another port may well speak HTTP.
      const isSettled = healthCheck.protocol !== undefined || healthCheck.port !== undefined
      if (protocol !== 'HTTPS' || !isOn || isSettled) continue
      yield {
        at: keyOf(within(entry.place, 'spec', 'healthCheck')),
        entry,
        message: `${title(entry)} makes the target group speak HTTPS, but its health check asks by HTTP unless healthCheck.protocol says otherwise`,
        related: [
          { at: within(entry.place, 'spec', 'protocol'), message: 'the protocol of the target group' },
        ],
      }
    }
  },
}
