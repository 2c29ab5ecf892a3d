import { within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { allowsOnlyNamed, policyDocument } from '../fleet/auth-policy.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds } from '../fleet/kinds.ts'
import { attachments } from '../fleet/listeners.ts'
import { resolve, targetRef } from '../fleet/refs.ts'
import { title } from '../fleet/title.ts'

/** A service network with TLS passthrough has an auth policy that allows callers without a name, for there are no others. */
export const passthroughAdmitsAnonymous: Check = {
  name: 'passthrough-admits-anonymous',
  params: noParams,
  *find(fleet) {
    const routes = fleet.ofKind([kinds.tlsRoute])
    for (const entry of routes.length === 0 ? [] : fleet.ofKind([kinds.iamAuthPolicy])) {
      const document = policyDocument(entry)
      const ref = targetRef(entry)
      if (document === undefined || ref?.kind !== kinds.gateway || !allowsOnlyNamed(document)) continue
      const [gateway] = resolve(fleet, ref)
      const attached = (route: Entry) => attachments(fleet, route).some(one => one.gateway === gateway)
      const route = gateway && routes.find(attached)
      if (gateway === undefined || route === undefined) continue
      yield {
        at: within(entry.place, 'spec', 'policy'),
        entry,
        message: `${title(entry)} allows only callers it names, but to ${title(route)} of ${title(gateway)} all are anonymous: their TLS is passed through`,
        related: [{ at: within(route.place, 'metadata', 'name'), message: `${title(route)} is here` }],
      }
    }
  },
}
