import { type Listener, type Place, type Problem, type Route, within } from '@espalier/model'
import { beyondController } from './beyond-controller.ts'

/** Host names of a route that the API server or the controller does not take. */
export function refuseHostnames({ kind, name, hostnames, listeners, at }: Route): readonly Problem[] {
  const place = within(at, 'hostnames')
  const [first, second] = hostnames
  if (first === undefined) {
    const message = `TLSRoute ${name} needs a host name: it is all that TLS passthrough can route by`
    return kind === 'TLSRoute' ? [beyondController(message, within(at, 'name'))] : []
  }
  const further = `route ${name} has ${hostnames.length} host names; the controller serves ${first} and drops the others`
  return [
    ...refuseAddress(first, within(place, 0)),
    ...(second === undefined ? [] : [beyondController(further, within(place, 1))]),
    ...listeners
      .filter(listener => !meets(first, listener))
      .map(listener =>
        beyondController(
          `host name ${first} is outside listener ${listener.name} (${listener.hostname}), so the route would not attach`,
          within(place, 0),
        ),
      ),
  ]
}

/** An IP address where a host name must be. Source: gateway-api@v1.5.0 apis/v1/shared_types.go, Hostname. */
export function refuseAddress(hostname: string, at: Place): readonly Problem[] {
  if (!/^(\*\.)?\d+(\.\d+){3}$/.test(hostname)) return []
  return [beyondController(`${hostname} is an IP address; the Gateway API takes host names only`, at)]
}

function meets(hostname: string, { hostname: allowed }: Listener): boolean {
  if (allowed === undefined || allowed === hostname) return true
  const covers = (pattern: string, name: string): boolean =>
    pattern.startsWith('*.') && name.endsWith(pattern.slice(1))
  return covers(allowed, hostname) || covers(hostname, allowed)
}
