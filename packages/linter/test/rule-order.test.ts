import { lint } from '@espalier/linter'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf } from './fleet-of.ts'
import { gatewayWith, openListener } from './gateway-with.ts'

// What the fixtures of rules cannot show: the words of messages, and what nobody can be sure of.

const test = suite('order of rules')

const backend = 'backendRefs: [{name: web, port: 80}]'
const everything = `{${backend}}`
const spec = (rules: string) => `spec: {parentRefs: [{name: mesh, namespace: net}], rules: [${rules}]}`

function order(rules: string, kind = 'HTTPRoute', annotations = ''): readonly string[] {
  const metadata = `metadata: {name: cart, namespace: shop, annotations: {${annotations}}}`
  const route = `apiVersion: gateway.networking.k8s.io/v1\nkind: ${kind}\n${metadata}\n${spec(rules)}\n`
  const { findings } = lint([fleetOf({ 'config/a.yaml': gatewayWith(openListener) + route })])
  return findings.filter(({ rule }) => /^lattice\/rule-(never|over)/.test(rule)).map(({ message }) => message)
}

const path = (value: string, more = '') =>
  `{matches: [{path: {type: PathPrefix, value: ${value}}${more}}], ${backend}}`

test('a rule without matches, or with an empty one, matches everything', () => {
  const never = 'rule 2 of HTTPRoute shop/cart is never reached: rule 1 is tried first and matches everything'
  assert.equal(order(`${everything}, ${path('/tea')}`), [never])
  assert.equal(order(`{matches: [{}], ${backend}}, ${path('/tea')}`), [never])
  assert.equal(order(`${everything}, ${path('/')}`), [
    'rule 2 of HTTPRoute shop/cart matches everything like rule 1, and takes its place',
  ])
})

test('the message says all that the broader rule asks for', () => {
  const narrow = path('/tea/green', ', method: GET, headers: [{name: X-A, value: B}, {name: c, value: d}]')
  const broad = path('/tea', ', method: GET, headers: [{name: x-a, value: b}]')
  assert.equal(order(`${broad}, ${narrow}`), [
    'rule 2 of HTTPRoute shop/cart is never reached: rule 1 is tried first and matches all below /tea with method GET with x-a=b',
  ])
  assert.equal(order(`${narrow}, ${broad}`), [])
})

test('where the order cannot be told, or the controller cannot build a rule, nothing is said of it', () => {
  const two = `${path('/')}, ${path('/tea')}`
  assert.is(order(two).length, 1)
  const number = (index: number, value: string) =>
    `application-networking.k8s.aws/rule-${index}-priority: "${value}"`
  assert.is(order(two, 'HTTPRoute', number(0, '7')).length, 1, 'the other rule counts on from there')
  assert.equal(order(two, 'HTTPRoute', `${number(0, '7')}, ${number(1, '7')}`), [])
  assert.equal(order(two, 'HTTPRoute', `${number(0, '1')}, ${number(1, 'two')}`), [])
  const double = `{matches: [{path: {type: PathPrefix, value: /}}, {path: {type: PathPrefix, value: /x}}], ${backend}}`
  assert.equal(order(`${double}, ${path('/tea')}`), [])
  assert.equal(order(`${path('/', ', queryParams: []')}, ${path('/tea')}`), [])
  const grpc = (match: string) => `{matches: [{${match}}], ${backend}}`
  const tls = 'GRPCRoute'
  assert.equal(order(`${grpc('headers: [{name: a, value: b}]')}, ${grpc('method: {service: s}')}`, tls), [])
  assert.equal(order(`${grpc('method: {method: m}')}, ${grpc('method: {service: s, method: m}')}`, tls), [])
})

test.run()
