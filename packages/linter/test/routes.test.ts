import { lint } from '@espalier/linter'
import { policies } from '@espalier/model'
import { readTopology } from '@espalier/model/topology'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf, manifest } from './fleet-of.ts'

// What the fixtures of routes cannot show: the words of messages, two clusters, files that may move, and other topologies.

const test = suite('routes')

const api = 'gateway.networking.k8s.io/v1'
const gateway =
  manifest(
    `${api} GatewayClass lattice`,
    'spec: {controllerName: application-networking.k8s.aws/gateway-api-controller}\n',
  ) +
  manifest(
    `${api} Gateway net/mesh`,
    'spec: {gatewayClassName: lattice, listeners: [{name: http, protocol: HTTP, port: 80, allowedRoutes: {namespaces: {from: All}}}]}\n',
  )
const web = manifest('v1 Service shop/web', 'spec: {ports: [{port: 80, targetPort: 8080}, {port: 81}]}\n')

interface Written {
  readonly kind?: string
  readonly annotations?: string
  readonly spec?: string
  readonly rules?: string
}

const rule = (port = 80) => `{backendRefs: [{name: web, port: ${port}}]}`
const route = (
  name: string,
  { kind = 'HTTPRoute', annotations, spec = '', rules = rule() }: Written = {},
) => {
  const text = manifest(
    kind.includes(' ') ? `${kind} shop/${name}` : `${api} ${kind} shop/${name}`,
    `spec: {${spec}parentRefs: [{name: mesh, namespace: net}], rules: [${rules}]}\n`,
  )
  return annotations ? text.replace('shop}', `shop, annotations: {${annotations}}}`) : text
}
const key = (name: string) => `application-networking.k8s.aws/${name}`

const said = (area: RegExp, texts: Readonly<Record<string, string>>, topology?: string) => {
  const { value: model } = topology ? readTopology({ file: 'topology.yaml', text: topology }) : {}
  const fleet = fleetOf(
    texts,
    { config: { eksName: 'config' }, 'workload-1': { eksName: 'workload-1' } },
    model,
  )
  // What placement says of a route in a workload cluster would displace the rest.
  return lint([fleet], { policies: policies.filter(({ id }) => area.test(id)) }).findings.map(
    ({ message, related }) => [
      message,
      ...related.map(one => `${one.span.line}:${one.span.column} ${one.message}`),
    ],
  )
}

test('a port that a Service does not have comes with those it has, and with the one that was meant', () => {
  const texts = { 'config/a.yaml': gateway, 'config/r.yaml': web + route('cart', { rules: rule(8080) }) }
  assert.equal(said(/backend-port/, texts), [
    [
      'HTTPRoute shop/cart leads to port 8080 of Service shop/web, which has ports 80, 81; 8080 is the targetPort of port 80, and Service ports are meant',
      '4:15 the ports of Service shop/web',
    ],
  ])
})

test('a Service that several files describe has the ports of all of them', () => {
  const more = manifest('v1 Service shop/web', 'spec: {ports: [{port: 8080}]}\n')
  const texts = {
    'config/a.yaml': gateway,
    'config/r.yaml': web + more + route('cart', { rules: rule(8080) }),
  }
  assert.equal(said(/backend-port/, texts), [])
})

test('a host name counts in the network, whatever the cluster, and once for a service in two clusters', () => {
  const hosted = (name: string) => route(name, { spec: 'hostnames: [shop.example.com], ' })
  const texts = (name: string) => ({
    'config/a.yaml': gateway,
    'config/r.yaml': hosted('cart'),
    'workload-1/a.yaml': gateway,
    'workload-1/r.yaml': hosted(name),
  })
  assert.equal(said(/hostname-coll/, texts('orders')), [
    [
      'HTTPRoute shop/orders in workload cluster workload-1 and HTTPRoute shop/cart in config cluster config both have the custom domain shop.example.com',
      '4:20 HTTPRoute shop/cart has it here',
    ],
  ])
  assert.equal(said(/hostname-coll/, texts('cart')), [])
})

test('a kustomization may rename a route, but does not make an override right', () => {
  const named = (annotations?: string) => ({
    'config/a.yaml': gateway,
    'config/apps/kustomization.yaml': 'namePrefix: x-\nresources: [r.yaml]\n',
    'config/apps/r.yaml': route('svc-cart', annotations === undefined ? {} : { annotations }),
  })
  assert.equal(said(/impossible-service/, named()), [])
  assert.equal(said(/impossible-service/, named(`${key('service-name-override')}: a--b`)), [
    [
      'HTTPRoute shop/x-svc-cart becomes the Lattice service a--b, but such a name may neither begin nor end with a hyphen, nor hold two in a row',
    ],
  ])
})

test('rules are counted from 1 in messages, though annotations count them from 0', () => {
  const numbered = (...numbers: readonly string[]) => {
    const annotations = numbers
      .map((number, index) => `${key(`rule-${index}-priority`)}: '${number}'`)
      .join(', ')
    const rules = [rule(), rule(), rule()].join(', ')
    const texts = { 'config/a.yaml': gateway, 'config/r.yaml': route('cart', { annotations, rules }) }
    return said(/priorit/, texts).flat()
  }
  assert.equal(numbered('11', '10'), ['rules 1 and 3 of HTTPRoute shop/cart both get the priority 11'])
  assert.equal(numbered('50', '10'), [
    'rule 3 of HTTPRoute shop/cart has no number, gets 11 and is tried before rule 1 with 50',
  ])
  assert.equal(numbered('5', '4', '3', '2'), [
    'rule-3-priority means rule 4 of HTTPRoute shop/cart, which has 3 rules',
  ])
  assert.equal(numbered('0', '2', '3'), [
    '"0" is the priority of rule 1 of HTTPRoute shop/cart, but priorities are whole numbers from 1 to 100',
  ])
})

test('each side of a mutual takeover is told of the other', () => {
  const from = (cluster: string) =>
    route('cart', {
      annotations: `${key('allow-takeover-from')}: 111122223333/${cluster}/vpc-0aaaaaaaaaaaaaaa1`,
    })
  const texts = {
    'config/a.yaml': gateway,
    'config/r.yaml': from('workload-1'),
    'workload-1/a.yaml': gateway,
  }
  assert.equal(said(/takeover/, { ...texts, 'workload-1/r.yaml': from('config') }), [
    [
      'HTTPRoute shop/cart in config cluster config takes its service over from workload cluster workload-1, which takes it back',
      '3:107 workload cluster workload-1 takes it here',
    ],
    [
      'HTTPRoute shop/cart in workload cluster workload-1 takes its service over from config cluster config, which takes it back',
      '3:107 config cluster config takes it here',
    ],
  ])
  assert.equal(said(/takeover/, { ...texts, 'workload-1/r.yaml': from('old') }), [])
  // Of a cluster without account and VPC nobody knows whether it is meant itself.
  assert.equal(said(/takeover/, { ...texts, 'config/r.yaml': from('config') }), [])
})

const topology = (gatewayApi: string) => `apiVersion: espalier.dev/v1
kind: Topology
name: shop
gitops: {engine: flux, repository: https://github.com/acme/fleet}
gatewayApi: ${gatewayApi}
aws: {account: "111122223333", region: us-west-2}
serviceNetwork: {name: mesh, namespace: net}
clusters: [{name: config, role: config, aws: {vpc: vpc-0123456789abcdef0}}]
`

test('of versions only a topology tells, and of TLSRoute v1alpha2 its channel', () => {
  const old = route('cart', {
    kind: 'gateway.networking.k8s.io/v1alpha2 TLSRoute',
    spec: 'hostnames: [a.example.com], ',
  })
  const texts = { 'config/a.yaml': gateway, 'config/r.yaml': old }
  assert.equal(said(/route-version/, texts), [])
  assert.equal(said(/route-version/, texts, topology('{version: v1.5.1, channel: experimental}')), [])
  assert.equal(said(/route-version/, texts, topology('{version: v1.5.1, channel: standard}')), [
    [
      'TLSRoute shop/cart is a TLSRoute v1alpha2, but the Gateway API v1.5.1 in config cluster config serves only v1',
    ],
  ])
})

test.run()
