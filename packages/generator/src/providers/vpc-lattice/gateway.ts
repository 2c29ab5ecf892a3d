import type { Listener, Route, ServiceNetwork } from '@espalier/model'
import { Gateway, type IGateway } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/Gateway'
import { GatewayClass } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/GatewayClass'
import type { Rendered } from '../../placed.ts'
import { typed } from '../../typed.ts'
import { controllerName, gatewayClassName, gatewayGroup, latticeKey } from './kinds.ts'

type GatewayListener = IGateway['spec']['listeners'][number]

export function gatewayClassObject(network: ServiceNetwork): Rendered {
  const object = new GatewayClass({ metadata: { name: gatewayClassName }, spec: { controllerName } })
  return { object: typed(object), from: network.at }
}

/** The Gateway that stands for the service network: the controller looks the network up by the Gateway's name. */
export function gatewayObject(network: ServiceNetwork, routes: readonly Route[]): Rendered {
  const object = new Gateway({
    metadata: { name: network.name, namespace: network.namespace },
    spec: {
      gatewayClassName,
      listeners: network.listeners.map(listener => listenerOf(listener, network, routes)),
    },
  })
  return { object: typed(object), from: network.at }
}

function listenerOf(listener: Listener, network: ServiceNetwork, routes: readonly Route[]): GatewayListener {
  const { name, protocol, port, hostname } = listener
  const tls = tlsOf(listener)
  const namespaces = routes.filter(route => route.listeners.includes(listener)).map(route => route.namespace)
  return {
    name,
    protocol,
    port,
    ...(hostname === undefined ? {} : { hostname }),
    ...(tls === undefined ? {} : { tls }),
    allowedRoutes: {
      kinds: kinds[protocol].map(kind => ({ group: gatewayGroup, kind })),
      namespaces: admitting([...new Set(namespaces)].sort(), network.namespace),
    },
  }
}

const kinds: Readonly<Record<Listener['protocol'], readonly string[]>> = {
  HTTP: ['HTTPRoute'],
  HTTPS: ['GRPCRoute', 'HTTPRoute'],
  TLS: ['TLSRoute'],
}

// The API refuses Terminate without certificates or options; with an option of no meaning the controller looks the certificate up in ACM.
function tlsOf({ protocol, certificateArn }: Listener): GatewayListener['tls'] {
  if (protocol === 'HTTP') return undefined
  if (protocol === 'TLS') return { mode: 'Passthrough' }
  const options: Record<string, string> =
    certificateArn === undefined
      ? { 'espalier.dev/certificate': 'acm-discovery' }
      : { [latticeKey('certificate-arn')]: certificateArn }
  return { mode: 'Terminate', options }
}

type Admission = NonNullable<NonNullable<GatewayListener['allowedRoutes']>['namespaces']>

function admitting(namespaces: readonly string[], own: string): Admission {
  if (namespaces.every(name => name === own)) return { from: 'Same' }
  const admitted = { key: 'kubernetes.io/metadata.name', operator: 'In', values: [...namespaces] }
  return { from: 'Selector', selector: { matchExpressions: [admitted] } }
}
