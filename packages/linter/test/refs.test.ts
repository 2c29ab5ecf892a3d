import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Entry } from '../src/fleet/fleet.ts'
import { backendRefs, exportedService, importedExport, parentRefs, targetRef } from '../src/fleet/refs.ts'
import { fleetOf, manifest } from './fleet-of.ts'

const test = suite('references')

const lattice = 'application-networking.k8s.aws'
const entryOf = (text: string): Entry => {
  const [entry] = fleetOf({ 'config/a.yaml': text }).entries
  if (entry === undefined) throw new Error('no manifest')
  return entry
}
const annotated = (kind: string, annotations: string) =>
  `apiVersion: ${lattice}/v1alpha1\nkind: ${kind}\nmetadata: {name: cart, namespace: shop, annotations: {${annotations}}}\n---\n`
const own = (key: string, value: string) => `"${lattice}/${key}": "${value}"`

test('a parent is a Gateway and a backend a Service of the own namespace, unless they say otherwise', () => {
  const route = entryOf(
    manifest(
      'gateway.networking.k8s.io/v1 HTTPRoute shop/cart',
      'spec: {parentRefs: [{name: gw}, {group: "", kind: Service, name: s, namespace: t}], rules: [{}, {backendRefs: [{name: a, port: 80}, {nameless: 1}, {group: g.io, kind: K, name: b, namespace: n, weight: 0}]}]}\n',
    ),
  )
  const parents = parentRefs(route).map(({ kind, namespace, name }) => [kind, namespace, name])
  assert.equal(parents, [
    ['Gateway.gateway.networking.k8s.io', 'shop', 'gw'],
    ['Service', 't', 's'],
  ])
  const backends = backendRefs(route).map(({ kind, namespace, name, port, weight, rule }) => [
    kind,
    namespace,
    name,
    port,
    weight,
    rule,
  ])
  assert.equal(backends, [
    ['Service', 'shop', 'a', 80, 1, 1],
    ['K.g.io', 'n', 'b', undefined, 0, 1],
  ])
  assert.equal(backendRefs(route).at(-1)?.at.path, ['spec', 'rules', 1, 'backendRefs', 2])
})

test("a policy's target is in the policy's own namespace, whatever it says", () => {
  const policy = entryOf(
    manifest(
      `${lattice}/v1alpha1 IAMAuthPolicy shop/a`,
      'spec: {targetRef: {group: g.io, kind: K, name: n, namespace: t}}\n',
    ),
  )
  assert.equal([targetRef(policy)?.kind, targetRef(policy)?.namespace], ['K.g.io', 'shop'])
})

test('blank names fall back to the own name, and blank filters filter nothing', () => {
  assert.is(exportedService(entryOf(annotated('ServiceExport', own('service-name', ' till ')))), 'till')
  assert.is(exportedService(entryOf(annotated('ServiceExport', own('service-name', '  ')))), 'cart')
  const blank = [own('export-name', ' '), own('aws-vpc', ''), own('aws-eks-cluster-name', '')].join(', ')
  assert.equal(importedExport(entryOf(annotated('ServiceImport', blank))), {
    namespace: 'shop',
    name: 'cart',
  })
})

test.run()
