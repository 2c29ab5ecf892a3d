import { type FleetCluster, lint } from '@espalier/linter'
import { policies } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf } from './fleet-of.ts'
import { exported, imported, routeTo, type Texts } from './lattice-texts.ts'
import { shopModel } from './shop-model.ts'

// What the fixtures cannot show: who must have been read for a claim that nobody uses something, and what the topology says instead.

const test = suite('unused exports and imports')

const model = shopModel(`services:
  - {name: cart, namespace: shop, clusters: [east], port: 80}
  - {name: till, namespace: shop, clusters: [east], port: 80}
routes: [{name: cart, namespace: shop, rules: [{to: cart}]}]
`)

type Facts = Readonly<Record<string, Partial<FleetCluster>>>

const said = (texts: Texts, facts: Facts = {}, topology = false) => {
  const { findings, summary } = lint([fleetOf(texts, facts, topology ? model : undefined)], {
    policies: policies.filter(({ id }) => /unused-(export|import)$/.test(id)),
  })
  return [findings.map(({ message }) => message), summary.unresolved]
}

const lonely = 'no ServiceImport looks for ServiceExport shop/cart of workload cluster east'
const idle = 'no route of config cluster config leads to ServiceImport shop/cart'

test('an export that no import can get comes with the name that one most likely meant', () => {
  const east = { 'east/a.yaml': exported('shop/cart') }
  const config = (name: string) => ({ 'config/a.yaml': imported(`shop/${name}`) + routeTo('shop/r', [name]) })
  assert.equal(said({ ...east, ...config('crat') }), [[`${lonely}; did you mean "crat"?`], 0])
  assert.equal(said({ ...east, ...config('cart') }), [[], 0])
  const other = { 'west/a.yaml': exported('shop/carts'), ...config('carts') }
  assert.equal(said({ ...east, ...other }), [[lonely], 0])
})

test('only who has read the config cluster can say that an export is unused', () => {
  const texts = { 'east/a.yaml': exported('shop/cart') }
  assert.equal(said(texts), [[], 1])
  const both = { ...texts, 'config/a.yaml': routeTo('shop/r') }
  assert.equal(said(both), [[lonely], 0])
  assert.equal(said(both, { config: { complete: false } }), [[], 1])
  assert.equal(said(both, { config: { complete: false, rendered: true } }), [[lonely], 0])
  assert.equal(said({ ...both, 'new/a.yaml': '' }, { new: { role: 'unknown', complete: false } }), [[], 1])
})

test('an export that the topology declares is there for routes to come', () => {
  const texts = { 'config/a.yaml': routeTo('shop/r'), 'east/a.yaml': exported('shop/till') }
  assert.equal(said(texts, {}, true), [[], 0])
  const others = { ...texts, 'east/a.yaml': exported('shop/cart-old') }
  assert.equal(said(others, {}, true)[0], [
    'no ServiceImport looks for ServiceExport shop/cart-old of workload cluster east',
  ])
})

test('an import without a route comes with the name that a route most likely meant', () => {
  const texts = (name: string) => ({ 'config/a.yaml': imported('shop/cart') + routeTo('shop/r', [name]) })
  assert.equal(said(texts('crat')), [[`${idle}; did you mean "crat"?`], 0])
  assert.equal(said(texts('cart')), [[], 0])
  assert.equal(said({ ...texts('orders') }), [[idle], 0])
  assert.equal(said({ ...texts('orders') }, { config: { complete: false } }), [[], 1])
})

test('an import that the topology declares is known to be used where its routes were not read', () => {
  const texts = { 'config/a.yaml': imported('shop/cart-east') }
  assert.equal(said(texts, { config: { complete: false } }, true), [[], 0])
})

test('what leaves its namespace to who delivers it may be used from there', () => {
  const east = { 'east/a.yaml': exported('cart') }
  const config = (name: string) => ({ 'config/a.yaml': imported(name) + routeTo('shop/r', ['cart']) })
  assert.equal(said({ ...east, ...config('shop/cart') }), [[], 0])
  assert.equal(said({ ...east, ...config('cart') }), [[], 0])
})

test.run()
