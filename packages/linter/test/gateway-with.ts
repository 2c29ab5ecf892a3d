import { manifest } from './fleet-of.ts'

const api = 'gateway.networking.k8s.io/v1'

/** Gateway net/mesh of Lattice with its class; listeners l0, l1, … on ports 80, 81, … with these fields. */
export function gatewayWith(...listeners: readonly string[]): string {
  const all = listeners.map((words, index) => `{name: l${index}, port: ${80 + index}, ${words}}`)
  return (
    manifest(
      `${api} GatewayClass lattice`,
      'spec: {controllerName: application-networking.k8s.aws/gateway-api-controller}\n',
    ) + manifest(`${api} Gateway net/mesh`, `spec: {gatewayClassName: lattice, listeners: [${all}]}\n`)
  )
}

/** A listener of Lattice that admits routes from anywhere, but for its name and port. */
export const openListener = 'protocol: HTTP, allowedRoutes: {namespaces: {from: All}}'
