import { type FleetCluster, lint } from '@espalier/linter'
import { policies } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf, manifest } from './fleet-of.ts'
import { shopModel } from './shop-model.ts'

// What the fixtures cannot show: clusters of which little is known, and manifests whose namespace others choose.

const test = suite('exports and imports')

type Texts = Readonly<Record<string, string>>

const group = 'application-networking.k8s.aws'
const own = (kind: string, name: string, annotations: Texts = {}) => {
  const pairs = Object.entries(annotations).map(([key, value]) => `"${group}/${key}": "${value}"`)
  const [namespace, short] = name.includes('/') ? name.split('/') : [undefined, name]
  const where = namespace === undefined ? '' : `, namespace: ${namespace}`
  return `apiVersion: ${group}/v1alpha1\nkind: ${kind}\nmetadata: {name: ${short}${where}, annotations: {${pairs}}}\n---\n`
}
const exported = (name: string) => own('ServiceExport', name, { federation: 'amazon-vpc-lattice' })
const imported = (name: string, annotations: Texts = {}) => own('ServiceImport', name, annotations)
const service = (name: string) => manifest(`v1 Service ${name}`)
const gateway =
  manifest(
    'gateway.networking.k8s.io/v1 Gateway shop/net',
    'spec: {gatewayClassName: lattice, listeners: [{name: http, protocol: HTTP, port: 80}]}\n',
  ) +
  manifest(
    'gateway.networking.k8s.io/v1 GatewayClass lattice',
    `spec: {controllerName: ${group}/gateway-api-controller}\n`,
  )

const model = shopModel(`services: [{name: cart, namespace: shop, clusters: [east], port: 80}]
routes: [{name: cart, namespace: shop, rules: [{to: cart}]}]
`)

// Whether anything uses them is another question.
const area = /^(reference|lattice\/(service-exported-twice|export-without-federation))/
const rules = (
  texts: Texts,
  facts: Readonly<Record<string, Partial<FleetCluster>>> = {},
  topology = false,
) => {
  const fleet = fleetOf(texts, facts, topology ? model : undefined)
  const { findings, summary } = lint([fleet], { policies: policies.filter(({ id }) => area.test(id)) })
  return [findings.map(({ rule }) => rule), summary.unresolved]
}

test('without a topology, a filter that is the name of a cluster means that one, and no other name means any', () => {
  const texts = (eks: string, from = 'shop/till') => ({
    'config/a.yaml': gateway + imported('shop/cart', { 'aws-eks-cluster-name': eks }),
    'east/a.yaml': service(from) + exported(from),
    'west/a.yaml': service('shop/cart') + exported('shop/cart'),
  })
  assert.equal(rules(texts('east')), [['reference/import-without-export'], 0])
  assert.equal(rules(texts('west')), [[], 0])
  assert.equal(rules(texts('prod-east')), [[], 0])
  assert.equal(rules(texts('prod-east', 'shop/cart')), [[], 0])
  const { 'west/a.yaml': _, ...rest } = texts('prod-east')
  assert.equal(rules(rest), [[], 1])
})

test('without a topology, a name that is near to that of a cluster with the export is unresolved, and one that is surely misspelt an error', () => {
  const texts = (eks: string, other = '') => ({
    'config/a.yaml': gateway + imported('shop/cart', { 'aws-eks-cluster-name': eks }) + other,
    'production/a.yaml': service('shop/cart') + exported('shop/cart'),
  })
  assert.equal(rules(texts('production')), [[], 0])
  assert.equal(rules(texts('production2')), [[], 1])
  assert.equal(rules(texts('prodcution')), [['reference/import-filter-matches-no-cluster'], 0])
  assert.equal(rules(texts('acme-eu-1')), [[], 0])
  // Here EKS surely has the names that the clusters are called by.
  const named = imported('shop/till', { 'aws-eks-cluster-name': 'production' })
  const till = { 'production/b.yaml': service('shop/till') + exported('shop/till') }
  assert.equal(rules({ ...texts('acme-eu-1', named), ...till }), [[], 1])
})

test('where no workload cluster was read, an import is unresolved', () => {
  const texts = { 'config/a.yaml': gateway + imported('shop/cart') }
  assert.equal(rules(texts), [[], 1])
  assert.equal(rules({ 'config/a.yaml': gateway + imported('shop/till') }, {}, true), [[], 1])
})

test('an export that the topology declares is known until its cluster has been read', () => {
  const texts = { 'config/a.yaml': gateway + imported('shop/cart', { 'aws-eks-cluster-name': 'east' }) }
  assert.equal(rules(texts, {}, true), [[], 0])
  const read = { ...texts, 'east/a.yaml': service('shop/till') }
  assert.equal(rules(read, { east: { complete: false } }, true), [[], 0])
  assert.equal(rules(read, { east: { complete: false, rendered: true } }, true), [
    ['reference/import-without-export'],
    0,
  ])
})

test('a Service that the topology declares is known', () => {
  assert.equal(rules({ 'east/a.yaml': exported('shop/cart') }, {}, true), [[], 0])
  assert.equal(rules({ 'east/a.yaml': exported('shop/till') }, {}, true), [
    ['reference/export-without-service'],
    0,
  ])
})

test('an object that leaves its namespace to who delivers it may be where it is looked for', () => {
  const importing = { 'config/a.yaml': gateway + imported('shop/cart') }
  const meeting = service('cart') + exported('cart')
  assert.equal(rules({ ...importing, 'east/a.yaml': meeting }), [[], 0])
  const apart = service('store/cart') + exported('store/cart')
  assert.equal(rules({ ...importing, 'east/a.yaml': apart }), [['reference/import-namespace-differs'], 0])
  assert.equal(
    rules({ ...importing, 'east/a.yaml': apart, 'east/kustomization.yaml': 'namespace: shop\n' }),
    [[], 0],
  )
  assert.equal(rules({ 'east/a.yaml': service('cart') + exported('shop/cart') }), [[], 0])
})

test('exports of one Service are two only where they surely share a namespace', () => {
  const alias = own('ServiceExport', 'till', { federation: 'amazon-vpc-lattice', 'service-name': 'cart' })
  const first = service('cart') + exported('cart')
  assert.equal(rules({ 'east/x/a.yaml': first, 'east/x/b.yaml': alias }), [
    ['lattice/service-exported-twice'],
    0,
  ])
  assert.equal(rules({ 'east/x/a.yaml': first, 'east/y/b.yaml': alias }), [[], 0])
})

test('a kustomization may add the annotation that an export lacks, but not change the one it has', () => {
  const kustomization = { 'east/kustomization.yaml': 'commonAnnotations: {a: b}\n' }
  const rule = ['lattice/export-without-federation']
  assert.equal(rules({ 'east/a.yaml': own('ServiceExport', 'shop/cart') }), [rule, 0])
  assert.equal(rules({ 'east/a.yaml': own('ServiceExport', 'shop/cart'), ...kustomization }), [[], 0])
  const wrong = own('ServiceExport', 'shop/cart', { federation: 'lattice' })
  assert.equal(rules({ 'east/a.yaml': wrong, ...kustomization }), [rule, 0])
})

test('a backend without group and namespace is a ServiceImport of the route, if that is its kind', () => {
  const route = (backend: string) =>
    manifest(
      'gateway.networking.k8s.io/v1 HTTPRoute shop/cart',
      `spec: {parentRefs: [{name: net}], rules: [{backendRefs: [{${backend}}]}]}\n`,
    )
  const found = (backend: string, topology = false) =>
    rules({ 'config/a.yaml': gateway + route(backend) }, { config: { complete: !topology } }, topology)
  assert.equal(found('kind: ServiceImport, name: cart'), [['reference/backend-import-missing'], 0])
  assert.equal(found('kind: ServiceImport, group: multicluster.x-k8s.io, name: cart'), [[], 0])
  assert.equal(found('name: cart'), [[], 0])
  assert.equal(found('kind: ServiceImport, name: cart', true), [[], 1])
  assert.equal(found('kind: ServiceImport, name: cart-east', true), [[], 0])
})

test.run()
