import { lint } from '@espalier/linter'
import { policies } from '@espalier/model'
import { readTopology } from '@espalier/model/topology'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf } from './fleet-of.ts'
import { gatewayWith, openListener } from './gateway-with.ts'
import { imported, routeTo } from './lattice-texts.ts'

// What the fixtures cannot show: whose quota counts, and the words of messages.

const test = suite('quotas of routes')

const modelWith = (quotas: string) =>
  readTopology({
    file: 'topology.yaml',
    text: `apiVersion: espalier.dev/v1
kind: Topology
name: shop
gitops: {engine: argocd, repository: https://github.com/acme/fleet}
aws: {account: "111122223333", region: us-west-2}
serviceNetwork:
  name: mesh
  namespace: net
${quotas}
clusters:
  - {name: config, role: config, aws: {vpc: vpc-0123456789abcdef0}}
services: []
`,
  }).value

const listeners = [openListener, openListener, openListener]
const names = [...Array(11).keys()].map(index => `cart-${index}`)
const arn = (name: string) => `arn:aws:vpc-lattice:us-west-2:111122223333:targetgroup/${name}`
const imports = names.map(name => imported(`shop/${name}`, { 'target-group-arn': arn(name) })).join('')

const said = (text: string, model = modelWith('')) =>
  lint(
    [fleetOf({ 'config/a.yaml': gatewayWith(...listeners) + imports, 'config/r.yaml': text }, {}, model)],
    {
      policies: policies.filter(({ check }) => check === 'route-keeps-quota'),
    },
  ).findings.map(({ message, related }) => [
    message,
    ...related.map(one => `${one.span.file}:${one.span.line} ${one.message}`),
  ])

test('a route is held against what the topology says', () => {
  const here = 'topology.yaml:9 quotas are stated here'
  const listening = 'HTTPRoute shop/cart attaches to 3 listeners; the quota is'
  const route = routeTo('shop/cart', ['cart-0'])
  assert.equal(said(route, modelWith('  quotas: {listenersPerService: 1}')), [[`${listening} 1`, here]])
  assert.equal(said(route, modelWith('  quotas: {listenersPerService: 3}')), [])
})

test('otherwise AWS decides', () => {
  const route = (count: number) =>
    routeTo('shop/cart', ...names.slice(0, count).map(name => [name])).replace(
      'namespace: net}',
      'namespace: net, sectionName: l0}',
    )
  const found = lint([fleetOf({ 'config/a.yaml': gatewayWith(openListener) + imports + route(11) })], {
    policies: policies.filter(({ check }) => check === 'route-keeps-quota'),
  }).findings.map(({ message }) => message)
  assert.equal(found, [
    'HTTPRoute shop/cart has 11 rules, which each of its listeners gets; the quota is 10',
    'HTTPRoute shop/cart leads to 11 target groups; the quota is 10',
  ])
  assert.equal(said(route(10)), [])
})

test('a target group counts once, however many rules lead to it', () => {
  const rules = [names.slice(0, 10), names.slice(3, 10), ['cart-0']]
  const route = routeTo('shop/cart', ...rules).replace('namespace: net}', 'namespace: net, sectionName: l0}')
  assert.equal(said(route), [])
})

test.run()
