import { lint } from '@espalier/linter'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf } from './fleet-of.ts'
import { gatewayWith } from './gateway-with.ts'

// What the fixtures of listeners cannot show: what nobody can be sure of.

const test = suite('listeners')

const https = (namespaces: string, more = '') =>
  `protocol: HTTPS, allowedRoutes: {namespaces: ${namespaces}}${more}`
const all = '{from: All}'
const labelled = '{from: Selector, selector: {matchLabels: {mesh: open}}}'
const tls = (words: string) => `, tls: {mode: Terminate, options: {${words}}}`
const route = (metadata: string) =>
  `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {${metadata}}\nspec: {hostnames: [tea.example.com], parentRefs: [{name: mesh, namespace: net}], rules: [{backendRefs: [{name: web, port: 80}]}]}\n`

const said = (config: string, rule: RegExp) =>
  lint([fleetOf({ 'config/a.yaml': config })])
    .findings.filter(finding => rule.test(finding.rule))
    .map(({ message }) => message)

test('without a topology, a certificate may be in any Region and partition', () => {
  const named = (arn: string) => said(gatewayWith(https(all, tls(`"${option}": "${arn}"`))), /unusable/)
  const option = 'application-networking.k8s.aws/certificate-arn'
  assert.equal(named('arn:aws-cn:acm:cn-north-1:111122223333:certificate/0a-1b'), [])
  assert.equal(named('arn:aws:iam::1:server-certificate/x'), [
    'listener "l0" of Gateway net/mesh names the certificate arn:aws:iam::1:server-certificate/x, which is no ARN of a certificate of ACM',
  ])
})

test('whether a host name lacks a certificate cannot be told while a listener may or may not take the route', () => {
  const lacking = (others: readonly string[], metadata = 'name: cart, namespace: shop') =>
    said(gatewayWith(https(all), ...others) + route(metadata), /https-without-tls/).length
  const discovered = tls('example.com/certificate: by-host-name')
  assert.is(lacking([]), 1)
  assert.is(lacking([https(all, discovered)]), 0)
  assert.is(lacking([https(labelled, discovered)]), 0)
  assert.is(lacking([https('{from: Same}', discovered)]), 1)
  assert.is(lacking([https('{from: Same}', discovered)], 'name: cart'), 0, 'its namespace is not settled')
})

test('a kind that is none of the Gateway API comes with the one that was meant', () => {
  const kinds = 'protocol: HTTP, allowedRoutes: {namespaces: {from: All}, kinds: [{kind: HttpRoute}]}'
  assert.equal(said(gatewayWith(kinds), /route-kind-of/), [
    'HTTP listener "l0" of Gateway net/mesh lists HttpRoute, but one such kind makes the whole listener invalid; did you mean "HTTPRoute"?',
  ])
})

test.run()
