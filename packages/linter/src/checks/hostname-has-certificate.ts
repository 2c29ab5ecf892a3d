import { group, placeKey, within } from '@espalier/model'
import type { Check } from '../check.ts'
import { noParams } from '../check-params.ts'
import { acceptingListeners, hostnamesOf } from '../fleet/accepting-listeners.ts'
import type { Entry } from '../fleet/fleet.ts'
import { kinds, routeKinds } from '../fleet/kinds.ts'
import { type Listener, listenersOf } from '../fleet/listeners.ts'
import { title } from '../fleet/title.ts'
import { someOf } from '../text/some-of.ts'

interface Bare {
  readonly gateway: Entry
  readonly listener: Listener
  readonly route: Entry
  readonly hostname: string
}

/** Where a route with a host name is served over HTTPS, a listener has a `tls` that makes the controller see to a certificate. */
export const hostnameHasCertificate: Check = {
  name: 'hostname-has-certificate',
  params: noParams,
  *find(fleet) {
    // Few Gateways have such a listener, and many have thousands of routes.
    if (!fleet.ofKind([kinds.gateway]).flatMap(listenersOf).some(isBare)) return
    const bare = fleet.ofKind(routeKinds).flatMap((route): readonly Bare[] => {
      const [hostname] = hostnamesOf(route)
      const accepting = hostname === undefined ? undefined : acceptingListeners(fleet, route)
      if (hostname === undefined || accepting === undefined) return []
      const { gateway, listeners } = accepting
      if (listeners.some(({ tlsMode }) => tlsMode === 'Terminate')) return []
      const without = listeners.filter(isBare)
      return without.map(listener => ({ gateway, listener, route, hostname }))
    })
    for (const all of group(bare, ({ listener }) => placeKey(listener.at)).values()) {
      const [{ gateway, listener }] = all
      yield {
        at: within(listener.at, 'protocol'),
        entry: gateway,
        message: `HTTPS listener "${listener.name}" of ${title(gateway)} has no tls, so the controller looks for no certificate for ${someOf(all.map(({ hostname }) => hostname))}`,
        // As many as the message names; thousands may share a listener.
        related: all.slice(0, 5).map(({ route, hostname }) => ({
          at: within(route.place, 'spec', 'hostnames', 0),
          message: `${title(route)} is served as ${hostname}`,
        })),
      }
    }
  },
}

function isBare({ protocol, tlsMode }: Listener): boolean {
  return protocol === 'HTTPS' && tlsMode === undefined
}
