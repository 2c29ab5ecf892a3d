import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import type { Entry, Fleet } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { certificateOption, listenersOf } from '../fleet/listeners.ts'
import { clusterTitle, title } from '../fleet/title.ts'

const certificate = /^arn:[a-z0-9-]+:acm:([a-z0-9-]+):[^:/]+:certificate\/[0-9a-z-]+$/

/** The certificate that a listener names is one of ACM, in the Region of its cluster; without a topology, in any. */
export const certificateArnIsUsable: Check = {
  name: 'certificate-arn-is-usable',
  params: noParams,
  *find(fleet) {
    for (const gateway of latticeOf(fleet, [kinds.gateway])) {
      for (const { name, certificateArn, tlsMode, at } of listenersOf(gateway)) {
        const why = certificateArn && tlsMode === 'Terminate' && refusal(fleet, gateway, certificateArn)
        if (!why) continue
        yield {
          at: within(at, 'tls', 'options', certificateOption),
          entry: gateway,
          message: `listener "${name}" of ${title(gateway)} names the certificate ${certificateArn}, ${why}`,
        }
      }
    }
  },
}

function refusal({ model }: Fleet, gateway: Entry, arn: string): string | undefined {
  const region = certificate.exec(arn)?.[1]
  if (region === undefined) return 'which is no ARN of a certificate of ACM'
  const own = model?.clusters.find(({ name }) => name === gateway.cluster?.name)?.region
  return own === undefined || own === region
    ? undefined
    : `which is in ${region}, but ${clusterTitle(gateway)} is in ${own}`
}
