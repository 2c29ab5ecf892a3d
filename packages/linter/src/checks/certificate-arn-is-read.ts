import { keyOf, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { kinds, routeKinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { certificateOption, listenersOf } from '../fleet/listeners.ts'
import { annotation, annotationAt } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** A certificate of ACM is named where the controller looks: in the options of a listener that terminates TLS. */
export const certificateArnIsRead: Check = {
  name: 'certificate-arn-is-read',
  params: noParams,
  *find(fleet) {
    for (const entry of latticeOf(fleet, [kinds.gateway, ...routeKinds])) {
      if (annotation(entry, 'certificate-arn') === undefined) continue
      yield {
        at: keyOf(annotationAt(entry, 'certificate-arn')),
        entry,
        message: `${title(entry)} has certificate-arn as an annotation, but the controller reads it only in the tls.options of a listener`,
      }
    }
    for (const gateway of latticeOf(fleet, [kinds.gateway])) {
      for (const { name, certificateArn, tlsMode, at } of listenersOf(gateway)) {
        if (certificateArn === undefined || tlsMode !== 'Passthrough') continue
        yield {
          at: keyOf(within(at, 'tls', 'options', certificateOption)),
          entry: gateway,
          message: `listener "${name}" of ${title(gateway)} names a certificate, but passes TLS through to backends that have their own`,
        }
      }
    }
  },
}
