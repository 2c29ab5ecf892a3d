import { lint } from '@espalier/linter'
import type { Model } from '@espalier/model'
import { readTopology } from '@espalier/model/topology'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf, manifest } from './fleet-of.ts'
import { gatewayWith, openListener } from './gateway-with.ts'

// What the fixtures of attachment cannot show: the words of messages, which rule speaks first, and what nobody can be sure of.

const test = suite('which listeners take a route')

const backends = 'backendRefs: [{group: application-networking.k8s.aws, kind: ServiceImport, name: cart}]'
const route = (more = '', kind = 'HTTPRoute') =>
  manifest(
    `gateway.networking.k8s.io/v1 ${kind} shop/cart`,
    `spec: {parentRefs: [{name: mesh, namespace: net}], ${more} rules: [{${backends}}]}\n`,
  )
const chosen = (selector: string) =>
  `protocol: HTTP, allowedRoutes: {namespaces: {from: Selector, selector: {${selector}}}}`

const model = readTopology({
  file: 'topology.yaml',
  text: `apiVersion: espalier.dev/v1
kind: Topology
name: shop
gitops: {engine: argocd, repository: https://github.com/acme/fleet}
aws: {account: "111122223333", region: us-west-2}
serviceNetwork: {name: mesh, namespace: net}
clusters: [{name: config, role: config, aws: {vpc: vpc-0123456789abcdef0}}]
namespaces: [{name: shop, clusters: [config], labels: {mesh: open}}]
`,
}).value

const own = /^lattice\/route-(hostname|kind|namespace)|^reference\/namespace/

function said(config: string, others: Readonly<Record<string, string>> = {}): readonly string[] {
  const { findings } = lint([fleetOf({ 'config/a.yaml': config, ...others })])
  return findings.filter(({ rule }) => own.test(rule)).map(({ message }) => message)
}

const refused = 'HTTPRoute shop/cart cannot attach to Gateway net/mesh'

test('a namespace that is refused comes with what is admitted, and the name that was meant', () => {
  const named = chosen(
    'matchExpressions: [{key: kubernetes.io/metadata.name, operator: In, values: [shops, tea]}]',
  )
  assert.equal(said(gatewayWith(named, 'protocol: HTTP') + route()), [
    `${refused}: its listener "l0" admits only namespaces with kubernetes.io/metadata.name in (shops, tea), its listener "l1" admits only namespace net; did you mean "shops"?`,
  ])
  const nobody = 'protocol: HTTP, allowedRoutes: {namespaces: {from: Selector}}'
  assert.equal(said(gatewayWith(nobody) + route()), [
    `${refused}: its listener "l0" admits nothing without a selector`,
  ])
})

test('labels of a Namespace count once it was read, and a plugin of kustomize may add to them', () => {
  const config = gatewayWith(chosen('matchLabels: {mesh: open}')) + route()
  const namespace = manifest('v1 Namespace shop', '')
  const plain = `${refused}: its listener "l0" admits only namespaces with mesh=open`
  assert.equal(said(config), [`${plain}, and no manifest shows the labels of shop`])
  assert.equal(said(config, { 'config/ns/n.yaml': namespace }), [plain])
  const kustomized = {
    'config/ns/n.yaml': namespace,
    'config/ns/kustomization.yaml': 'resources: [n.yaml]\ntransformers: [{}]\n',
  }
  assert.equal(said(config, kustomized), [])
  const partly = { config: { complete: false } }
  const texts = { 'config/a.yaml': config }
  const doubts = (topology?: Model) =>
    lint([fleetOf(texts, partly, topology)], { showUnresolved: true }).findings.filter(({ rule }) =>
      own.test(rule),
    )
  assert.equal(
    doubts().map(({ severity }) => severity),
    ['info'],
  )
  assert.equal(doubts(model), [], 'topology.yaml declares the labels')
})

test('every operator of a selector is understood, and one that is none refuses nobody', () => {
  const namespace = {
    'config/n.yaml': manifest('v1 Namespace shop', '').replace('{', '{labels: {mesh: a}, '),
  }
  const isAdmitted = (expression: string) => {
    const config = gatewayWith(chosen(`matchExpressions: [{${expression}}]`)) + route()
    return said(config, namespace).length === 0
  }
  const cases: readonly (readonly [string, boolean])[] = [
    ['key: mesh, operator: In, values: [a, b]', true],
    ['key: mesh, operator: In, values: [b]', false],
    ['key: mesh, operator: NotIn, values: [a]', false],
    ['key: mesh, operator: NotIn, values: [b]', true],
    ['key: other, operator: NotIn, values: [a]', true],
    ['key: mesh, operator: Exists', true],
    ['key: other, operator: Exists', false],
    ['key: mesh, operator: DoesNotExist', false],
    ['key: other, operator: DoesNotExist', true],
    ['key: mesh, operator: Gt, values: ["1"]', true],
  ]
  for (const [expression, expected] of cases) assert.is(isAdmitted(expression), expected, expression)
})

test('a route that no listener takes hears one reason: host name, then kind, then namespace', () => {
  const rules = (listener: string, kind = 'HTTPRoute') => {
    const config = gatewayWith(listener) + route('hostnames: [tea.example.com],', kind)
    return said(config)
  }
  const closed = 'protocol: HTTP, hostname: jam.example.com'
  assert.equal(rules(closed, 'GRPCRoute'), [
    'GRPCRoute shop/cart for tea.example.com cannot attach to Gateway net/mesh: its listener "l0" takes only jam.example.com',
  ])
  assert.match(rules('protocol: HTTP', 'GRPCRoute').join(), /: its HTTP listener "l0" admits only HTTPRoute$/)
  assert.match(rules('protocol: HTTP').join(), /: its listener "l0" admits only namespace net$/)
  assert.equal(rules(openListener), [])
})

test('listeners that take a route for different reasons each do not make up for one another', () => {
  const config = gatewayWith(
    'protocol: HTTP, hostname: tea.example.com',
    `${openListener}, hostname: jam.example.com`,
  )
  const messages = said(config + route('hostnames: [tea.example.com],'))
  assert.equal(messages, [`${refused}: its listener "l0" admits only namespace net`])
})

test.run()
