import { lint } from '@espalier/linter'
import { policies } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf } from './fleet-of.ts'
import { gatewayWith, openListener } from './gateway-with.ts'
import { exported, imported, latticeObject, routeTo, type Texts } from './lattice-texts.ts'

// What the fixtures cannot show: when two imports surely get one target group, and the words of messages.

const test = suite('imported target groups')

const gateway = { 'config/gateway.yaml': gatewayWith(openListener) }
const arn = 'arn:aws:vpc-lattice:us-west-2:111122223333:targetgroup/tg-0123456789abcdef0'

const said = (texts: Texts, area: RegExp) =>
  lint([fleetOf({ ...gateway, ...texts })], {
    policies: policies.filter(({ id }) => area.test(id)),
  }).findings.map(({ message, related }) => [
    message,
    ...related.map(one => `${one.span.file}:${one.span.line} ${one.message}`),
  ])
const twice = (texts: Texts) => said(texts, /target-group-used-twice/)

test('a target group that two routes import is named with its cluster and the route that has it', () => {
  const routes = routeTo('shop/a', ['cart']) + routeTo('shop/b', ['cart'])
  const texts = { 'config/a.yaml': imported('shop/cart') + routes, 'east/a.yaml': exported('shop/cart') }
  assert.equal(twice(texts), [
    [
      'HTTPRoute shop/b leads to export shop/cart of cluster east, as HTTPRoute shop/a does, but a target group serves one service only',
      'config/a.yaml:8 HTTPRoute shop/a leads to it here',
    ],
  ])
  // Which of them either route gets is not sure.
  assert.equal(twice({ ...texts, 'west/a.yaml': exported('shop/cart') }), [])
})

test('imports that ask the same of a cluster that nobody has told of get the same', () => {
  const ask = (name: string, eks: string) =>
    imported(`shop/${name}`, { 'export-name': 'cart', 'aws-eks-cluster-name': eks })
  const routes = routeTo('shop/a', ['a']) + routeTo('shop/b', ['b'])
  const [found] = twice({ 'config/a.yaml': ask('a', 'prod') + ask('b', 'prod') + routes })
  assert.match(found?.[0] ?? '', 'leads to export shop/cart of EKS cluster prod, as HTTPRoute shop/a does')
  assert.equal(twice({ 'config/a.yaml': ask('a', 'prod') + ask('b', 'test') + routes }), [])
})

test('routes that become one service share its target groups', () => {
  const named = (name: string) =>
    routeTo(`shop/${name}`, ['cart']).replace(
      'metadata: {',
      'metadata: {annotations: {application-networking.k8s.aws/service-name-override: cart}, ',
    )
  const texts = { 'config/a.yaml': imported('shop/cart', { 'target-group-arn': arn }) }
  assert.is(
    twice({ ...texts, 'config/b.yaml': routeTo('shop/a', ['cart']) + routeTo('shop/b', ['cart']) }).length,
    1,
  )
  assert.equal(twice({ ...texts, 'config/b.yaml': named('a') + named('b') }), [])
})

test('an import that names a target group and something to look for gets neither', () => {
  const both = imported('shop/cart', { 'target-group-arn': arn, 'export-name': '' })
  assert.equal(
    twice({ 'config/a.yaml': both + routeTo('shop/a', ['cart']) + routeTo('shop/b', ['cart']) }),
    [],
  )
})

test('objects that leave their namespace to who delivers them meet within a folder', () => {
  const objects = (name: string) => imported('cart') + routeTo(name, ['cart'])
  const east = { 'east/a.yaml': exported('cart') }
  assert.equal(
    twice({ 'config/x/a.yaml': objects('a'), 'config/y/a.yaml': routeTo('b', ['cart']), ...east }),
    [],
  )
  assert.is(
    twice({ 'config/x/a.yaml': objects('a'), 'config/x/b.yaml': routeTo('b', ['cart']), ...east }).length,
    1,
  )
})

test('a rule that leads to one target group by two imports names both', () => {
  const other = imported('shop/again', { 'export-name': 'cart' })
  const texts = { 'config/a.yaml': imported('shop/cart') + other, 'east/a.yaml': exported('shop/cart') }
  const found = (...rules: readonly string[][]) =>
    said({ ...texts, 'config/r.yaml': routeTo('shop/a', ...rules) }, /twice-in-rule/)
  assert.equal(found(['cart'], ['again']), [])
  assert.equal(found([], ['cart', 'again']), [
    [
      'rule 2 of HTTPRoute shop/a leads by ServiceImport again to export shop/cart of cluster east, and by ServiceImport cart too',
      'config/r.yaml:4 ServiceImport cart leads there first',
    ],
  ])
})

test('an export for routes of another kind is named with its type, unless a policy gives it its protocol', () => {
  const policy = (spec: string) =>
    latticeObject(
      'TargetGroupPolicy',
      'shop/cart',
      {},
      `spec: {targetRef: {group: application-networking.k8s.aws, kind: ServiceExport, name: cart}, ${spec}}\n`,
    )
  const found = (spec: string) =>
    said(
      {
        'config/a.yaml': imported('shop/cart') + routeTo('shop/a', ['cart']),
        'east/a.yaml': exported('shop/cart', 'GRPC') + policy(spec),
      },
      /route-type/,
    )
  assert.equal(found('healthCheck: {enabled: true}'), [
    [
      'HTTPRoute shop/a leads to ServiceExport shop/cart of workload cluster east, which is for GRPC routes',
      'east/a.yaml:4 routeType GRPC of ServiceExport shop/cart',
    ],
  ])
  assert.equal(found('protocolVersion: HTTP2'), [])
})

test.run()
