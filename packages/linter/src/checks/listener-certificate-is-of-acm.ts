import { keyOf, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { field, text } from '../fleet/fields.ts'
import { kinds } from '../fleet/kinds.ts'
import { latticeOf } from '../fleet/lattice.ts'
import { certificateOption, listenersOf } from '../fleet/listeners.ts'
import { title } from '../fleet/title.ts'
import { valuesAt } from '../fleet/values.ts'

/** A listener that refers to Secrets for its certificate names one of ACM too; the API asks for the former, the controller reads the latter. */
export const listenerCertificateIsOfAcm: Check = {
  name: 'listener-certificate-is-of-acm',
  params: noParams,
  *find(fleet) {
    for (const gateway of latticeOf(fleet, [kinds.gateway])) {
      const listeners = valuesAt(gateway, 'spec.listeners.*')
      for (const [index, { name, certificateArn }] of listenersOf(gateway).entries()) {
        const listener = listeners[index]
        const refs = field(listener?.value, 'tls', 'certificateRefs')
        const secrets = Array.isArray(refs) ? refs.flatMap(ref => text(field(ref, 'name')) ?? []) : []
        // The controller's own guide writes this name where the API demands a reference that nobody reads.
        const [secret] = secrets.filter(one => one !== 'unused')
        if (listener === undefined || secret === undefined || certificateArn !== undefined) continue
        yield {
          at: keyOf(within(listener.at, 'tls', 'certificateRefs')),
          entry: gateway,
          message: `listener "${name}" of ${title(gateway)} refers to Secret ${secret} for its certificate, but the controller reads only the option ${certificateOption}, or looks in ACM`,
        }
      }
    }
  },
}
