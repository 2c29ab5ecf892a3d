import { lint } from '@espalier/linter'
import { policies } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf, manifest } from './fleet-of.ts'

// What the fixtures of Gateways and routes cannot show: the words of messages, their other ends, and hand-written files that may move.

const test = suite('Gateways and routes')

const api = 'gateway.networking.k8s.io/v1'
const gateway = (name: string, listeners = '{name: http, protocol: HTTP, port: 80}') =>
  manifest(`${api} Gateway ${name}`, `spec: {gatewayClassName: lattice, listeners: [${listeners}]}\n`)
const gatewayClass = manifest(
  `${api} GatewayClass lattice`,
  'spec: {controllerName: application-networking.k8s.aws/gateway-api-controller}\n',
)
const imported = '{group: application-networking.k8s.aws, kind: ServiceImport, name: cart}'
const route = (name: string, parent: string, kind = 'HTTPRoute') =>
  manifest(
    `${api} ${kind} ${name}`,
    `spec: {parentRefs: [${parent}], rules: [{backendRefs: [${imported}]}]}\n`,
  )

const said = (
  texts: Readonly<Record<string, string>>,
  area = /^(gateway|reference\/parent|lattice\/(route-kind|service-name))/,
) =>
  lint([fleetOf(texts, { hub: { role: 'none' } })], {
    policies: policies.filter(({ id }) => area.test(id)),
  }).findings.map(({ message, related }) => [
    message,
    ...related.map(one => `${one.span.file}:${one.span.line}:${one.span.column} ${one.message}`),
  ])

test('without a topology the first Gateway is the one that stays', () => {
  const texts = {
    'config/a.yaml': gatewayClass + gateway('net/first'),
    'config/b.yaml': gateway('net/other'),
  }
  assert.equal(said(texts), [
    [
      'Gateway net/other is one Gateway of VPC Lattice too many: config cluster config has Gateway net/first',
      'config/a.yaml:8:18 Gateway net/first is here',
    ],
  ])
})

test('a kustomization or an engine may choose the namespace, and then nothing is sure', () => {
  const written = { 'config/a.yaml': gatewayClass + gateway('my-gateway') }
  const attached = route('shop/cart', '{name: my-gateway, namespace: net}')
  assert.equal(said({ ...written, 'config/r.yaml': attached }), [])
  assert.equal(said({ ...written, 'config/b.yaml': gateway('net/my-gateway') }), [])
  const settled = { 'config/a.yaml': gatewayClass + gateway('net/my-gateway') }
  assert.equal(said({ ...settled, 'config/r.yaml': route('cart', '{name: my-gateway}') }), [])
  assert.is(said({ ...settled, 'config/r.yaml': route('shop/cart', '{name: my-gateway}') }).length, 1)
})

test('a Gateway that is not there comes with the one that was meant, or with those there are', () => {
  const texts = (name: string) => ({
    'config/a.yaml': gatewayClass + gateway('net/my-gateway'),
    'config/r.yaml': route('shop/cart', `{name: ${name}, namespace: net}`),
  })
  const missing = (name: string) =>
    `HTTPRoute shop/cart attaches to Gateway net/${name}, but config cluster config has no such Gateway`
  assert.equal(said(texts('my-gatway')), [
    [
      `${missing('my-gatway')}; did you mean "net/my-gateway"?`,
      'config/a.yaml:8:18 Gateway net/my-gateway is in config cluster config',
    ],
  ])
  assert.equal(said(texts('elsewhere')), [[`${missing('elsewhere')}, only net/my-gateway`]])
})

test('in a workload cluster the route itself is wrong, and that is enough', () => {
  const missing = route('shop/cart', '{name: my-gatway, namespace: net}')
  const texts = { 'workload-1/a.yaml': gatewayClass + gateway('net/my-gateway') + missing }
  assert.equal(said(texts), [])
})

test('a section that is not there comes with those there are', () => {
  const two = '{name: http, protocol: HTTP, port: 80}, {name: https, protocol: HTTPS, port: 443}'
  const given = { 'config/a.yaml': gatewayClass + gateway('net/mesh', two) }
  const attached = (words: string) =>
    said({ ...given, 'config/r.yaml': route('shop/cart', `{name: mesh, namespace: net, ${words}}`) })[0]?.[0]
  const has = 'of Gateway net/mesh, which has only "http" on port 80, "https" on port 443'
  assert.is(
    attached('sectionName: htp'),
    `HTTPRoute shop/cart attaches to section "htp" ${has}; did you mean "http"?`,
  )
  assert.is(attached('port: 81'), `HTTPRoute shop/cart attaches to port 81 ${has}`)
  assert.is(
    attached('sectionName: http, port: 443'),
    `HTTPRoute shop/cart attaches to section "http" on port 443 ${has}`,
  )
})

test('a kind that is not admitted comes with the kinds that are', () => {
  const listeners = '{name: http, protocol: HTTP, port: 80}, {name: tcp, protocol: TCP, port: 81}'
  const attached = route('shop/cart', '{name: mesh, namespace: net}', 'GRPCRoute')
  const texts = { 'config/a.yaml': gatewayClass + gateway('net/mesh', listeners), 'config/r.yaml': attached }
  assert.equal(said(texts, /route-kind/), [
    [
      'GRPCRoute shop/cart cannot attach to Gateway net/mesh: its HTTP listener "http" admits only HTTPRoute, its TCP listener "tcp" admits no route',
      'config/a.yaml:9:47 listener "http" is here',
      'config/a.yaml:9:87 listener "tcp" is here',
    ],
  ])
})

test('of two routes that become one service, the one outside of the config cluster is wrong', () => {
  const cart = route('shop/cart', '{name: mesh, namespace: net}')
  const texts = {
    'a/r.yaml': cart,
    'config/a.yaml': gatewayClass + gateway('net/mesh'),
    'config/r.yaml': cart,
  }
  const words = 'HTTPRoute shop/cart in config cluster config'
  const expected = [
    `HTTPRoute shop/cart in workload cluster a and ${words} both become the Lattice service cart-shop`,
    `config/r.yaml:3:18 ${words} is here`,
  ]
  assert.equal(said(texts), [expected])
  // Nobody acts on a cluster without a role.
  assert.equal(said({ ...texts, 'a/r.yaml': '', 'hub/r.yaml': cart }), [])
  assert.equal(said({ ...texts, 'a/kustomization.yaml': 'namePrefix: x-\nresources: [r.yaml]\n' }), [])
})

test.run()
