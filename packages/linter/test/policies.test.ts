import { lint } from '@espalier/linter'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf, manifest } from './fleet-of.ts'
import { shopModel } from './shop-model.ts'

// What the fixtures of policies cannot show: the words of messages, and hand-written files that may move.

const test = suite('policies')

const group = 'application-networking.k8s.aws'
const policy = (kind: string, name: string, spec: string) =>
  manifest(`${group}/v1alpha1 ${kind} ${name}`, `spec: {${spec}}\n`)
const targets = (kind: string, name: string, of = group) =>
  `targetRef: {group: "${of}", kind: ${kind}, name: ${name}}`
const exported = `apiVersion: ${group}/v1alpha1\nkind: ServiceExport\nmetadata: {name: cart, namespace: shop, annotations: {${group}/federation: amazon-vpc-lattice}}\nspec: {exportedPorts: [{port: 80, routeType: HTTP}]}\n---\n`
const service = (name: string) => manifest(`v1 Service ${name}`, 'spec: {ports: [{port: 80}]}\n')

const said = (texts: Readonly<Record<string, string>>) =>
  lint([fleetOf(texts)]).findings.map(({ message, related }) => [
    message,
    ...related.map(one => `${one.span.file}:${one.span.line} ${one.message}`),
  ])

test('a target that is not there comes with the one that was meant', () => {
  const wrong = policy('TargetGroupPolicy', 'shop/a', targets('Service', 'crat', ''))
  assert.equal(said({ 'a/1.yaml': service('shop/cart') + wrong }), [
    [
      'TargetGroupPolicy shop/a targets Service shop/crat, but workload cluster a has no such object; did you mean "cart"?',
    ],
  ])
})

test('a target may be there once whoever delivers the files has chosen their namespace', () => {
  const right = policy('TargetGroupPolicy', 'shop/a', targets('Service', 'cart', ''))
  const moving = policy('TargetGroupPolicy', 'a', targets('Service', 'cart', ''))
  assert.equal(said({ 'a/1.yaml': service('cart') + right }), [])
  assert.equal(said({ 'a/1.yaml': service('shop/cart') + moving }), [])
  // In another cluster it is of no use.
  assert.is(said({ 'a/1.yaml': right, 'b/1.yaml': service('cart') }).length, 1)
})

test('a Service that the topology declares is known', () => {
  const model = shopModel(`services: [{name: cart, namespace: shop, clusters: [east], port: 80}]
`)
  const unresolved = (name: string) => {
    const text = policy('TargetGroupPolicy', 'shop/a', targets('Service', name, ''))
    const fleet = fleetOf({ 'east/1.yaml': text }, { east: { complete: false } }, model)
    return lint([fleet]).summary.unresolved
  }
  assert.equal([unresolved('cart'), unresolved('till')], [0, 1])
})

test('a kind of the wrong group is told from a wrong kind', () => {
  const of = (other: string, kind: string) =>
    said({ 'a/1.yaml': policy('TargetGroupPolicy', 'shop/a', targets(kind, 'cart', other)) })
  assert.equal(of('', 'ServiceExport'), [
    [`TargetGroupPolicy shop/a targets a ServiceExport of group "", but its group is "${group}"`],
  ])
  assert.equal(of(group, 'ServiceImport'), [
    [
      'TargetGroupPolicy shop/a targets a ServiceImport, but TargetGroupPolicy applies only to Service, ServiceExport',
    ],
  ])
})

test('the second policy names the first, and neither counts where it may move', () => {
  const one = (name: string) => policy('TargetGroupPolicy', name, targets('ServiceExport', 'cart'))
  const texts = { 'a/0.yaml': service('shop/cart') + exported, 'a/1.yaml': one('shop/a') }
  assert.equal(said({ ...texts, 'a/2.yaml': one('shop/b') }), [
    [
      'TargetGroupPolicy shop/b and TargetGroupPolicy shop/a both target ServiceExport shop/cart, and only one of them can count',
      'a/1.yaml:3 TargetGroupPolicy shop/a is here',
    ],
  ])
  assert.equal(
    said({
      ...texts,
      'a/x/kustomization.yaml': 'resources: [2.yaml]\ntransformers: [{}]\n',
      'a/x/2.yaml': one('shop/b'),
    }),
    [['what a plugin changes is not known, because no plugin is run']],
  )
})

test('a value is quoted, cut where it is long, beside what is possible', () => {
  const spec = `securityGroupIds: [sg-${'0'.repeat(70)}], ${targets('Gateway', 'net', 'gateway.networking.k8s.io')}`
  const [[message] = []] = said({ 'config/1.yaml': policy('VpcAssociationPolicy', 'net', spec) })
  assert.is(
    message,
    `securityGroupIds[0] of VpcAssociationPolicy net is "sg-${'0'.repeat(56)}…", but takes only ids such as sg-0123456789abcdef0, with 8 or 17 characters after sg-`,
  )
})

test('a text that is too long is counted, one that is no policy is quoted', () => {
  const of = (text: string) => {
    const spec = `policy: '${text}', ${targets('Gateway', 'net', 'gateway.networking.k8s.io')}`
    const fleet = fleetOf(
      { 'config/1.yaml': policy('IAMAuthPolicy', 'net', spec) },
      { config: { complete: false } },
    )
    return lint([fleet]).findings.map(({ message }) => message)
  }
  const long = (most: number) => `{"Statement": []${' '.repeat(most - 17)}}`
  assert.equal(of(long(10_000)), [])
  assert.equal(of(long(10_001)), [
    'the policy of IAMAuthPolicy net has 10001 characters, but at most 10000 are possible; white space counts',
  ])
  assert.equal(of('[1]'), [
    'the policy of IAMAuthPolicy net is "[1]", but must be an IAM policy: one JSON object',
  ])
})

test.run()
