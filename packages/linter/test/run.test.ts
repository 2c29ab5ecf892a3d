import { type FleetCluster, type LintOptions, lint } from '@espalier/linter'
import type { Model } from '@espalier/model'
import { readTopology } from '@espalier/model/topology'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf, manifest } from './fleet-of.ts'

const test = suite('judging a fleet')

const gateway = manifest('gateway.networking.k8s.io/v1 Gateway ns/net', 'spec: {gatewayClassName: lattice}\n')
const gatewayClass = manifest(
  'gateway.networking.k8s.io/v1 GatewayClass lattice',
  'spec: {controllerName: application-networking.k8s.aws/gateway-api-controller}\n',
)
const secret = manifest('v1 Secret shop/db', 'stringData: {password: x}\n')
const target = '{group: gateway.networking.k8s.io, kind: Gateway, name: net}'
const policy = manifest(
  'application-networking.k8s.aws/v1alpha1 IAMAuthPolicy ns/a',
  `spec: {targetRef: ${target}}\n`,
)

function model(lint: string): Model {
  const text = `apiVersion: espalier.dev/v1
kind: Topology
name: shop
gitops: {engine: argocd, repository: https://github.com/acme/fleet}
aws: {account: "111122223333", region: us-west-2}
serviceNetwork: {name: net, namespace: ns}
clusters:
  - {name: config, role: config, aws: {vpc: vpc-0123456789abcdef0}}
lint: ${lint}
`
  const { value, problems } = readTopology({ file: 'topology.yaml', text })
  if (value === undefined) throw new Error(problems.map(problem => problem.message).join('; '))
  return value
}

const rules = (
  texts: Readonly<Record<string, string>>,
  topology?: Model,
  config: Partial<FleetCluster> = {},
  options: LintOptions = {},
) => {
  const { findings, summary } = lint([fleetOf(texts, { config }, topology)], options)
  return [findings.map(({ severity, rule }) => `${severity} ${rule}`), summary.unresolved]
}

test('the permissive profile allows Gateways in workload clusters', () => {
  const texts = { 'workload-1/a.yaml': gateway }
  assert.equal(rules(texts), [['error placement/gateway-in-workload-cluster'], 0])
  assert.equal(rules(texts, model('{profile: permissive}')), [[], 0])
})

test('lint.rules changes a severity, or drops the rule', () => {
  const texts = { 'workload-1/a.yaml': secret }
  assert.equal(rules(texts, model('{rules: {security/secret-data: info}}')), [
    ['info security/secret-data'],
    0,
  ])
  assert.equal(rules(texts, model('{rules: {security/secret-data: ignore}}')), [[], 0])
})

test('a role that nobody knows is no reason to complain', () => {
  const fleet = fleetOf({ 'a/a.yaml': gatewayClass + gateway }, { a: { role: 'unknown' } })
  assert.equal(lint([fleet]).findings, [])
})

test('an absence is an error in a complete cluster, or in one whose rendered tree is', () => {
  const error = ['error reference/policy-target-missing']
  assert.equal(rules({ 'config/a.yaml': policy }), [error, 0])
  assert.equal(rules({ 'config/a.yaml': policy }, undefined, { complete: false, rendered: true }), [error, 0])
  assert.equal(rules({ 'config/a.yaml': policy }, model('{}')), [error, 0])
})

test('elsewhere it is unresolved: counted, listed on request, a warning when strict', () => {
  const partial = { complete: false }
  const texts = { 'config/a.yaml': policy }
  assert.equal(rules(texts, undefined, partial), [[], 1])
  const shown = rules(texts, undefined, partial, { showUnresolved: true })
  assert.equal(shown, [['info reference/policy-target-missing'], 1])
  assert.equal(rules(texts, undefined, partial, { strict: true }), [
    ['warning reference/policy-target-missing'],
    1,
  ])
})

test('what the topology declares is known', () => {
  assert.equal(rules({ 'config/a.yaml': policy }, model('{}'), { complete: false }), [[], 0])
})

test('a policy that claims absence and a check that does not say of what are a bug', () => {
  const check = {
    name: 'x',
    params: {},
    find: () => [{ at: { source: { file: 'a', text: '' }, doc: 0, path: [] }, message: 'm' }],
  }
  const absent = {
    id: 'a/b',
    check: 'x',
    severity: 'error',
    claims: 'absence',
    title: '',
    why: '',
    remedy: '',
  } as const
  assert.throws(() => lint([fleetOf({})], { checks: [check], policies: [absent] }), /a\/b claims absence/)
})

test.run()
