import { lint } from '@espalier/linter'
import { policies } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf, manifest } from './fleet-of.ts'
import { imported, latticeObject, type Texts } from './lattice-texts.ts'

// What the fixtures cannot show: kustomizations that may add what is missing, and the words of messages.

const test = suite('what exports and imports say')

const said = (texts: Texts, area: RegExp) =>
  lint([fleetOf(texts)], { policies: policies.filter(({ id }) => area.test(id)) }).findings.map(
    ({ message }) => message,
  )
const service = manifest(
  'v1 Service shop/cart',
  'spec: {ports: [{name: http, port: 80, targetPort: 8080}, {name: admin, port: 81}]}\n',
)
const kustomization = 'patches: [{path: ports.yaml}]\n'
const exportWith = (annotations: Texts, rest = '') =>
  latticeObject('ServiceExport', 'shop/cart', { federation: 'amazon-vpc-lattice', ...annotations }, rest)

test('an export without ports is told which it exports, unless a kustomization may add some', () => {
  const texts = { 'east/a.yaml': service + exportWith({}) }
  assert.equal(said(texts, /export-without-ports/), [
    'ServiceExport shop/cart names no port, so it exports all of Service shop/cart: 80, 81',
  ])
  assert.equal(said({ ...texts, 'east/kustomization.yaml': kustomization }, /export-without-ports/), [])
})

test('a namespace that no manifest names is not named, as whoever delivers them may choose another', () => {
  const bare = (text: string) => text.replace(/, namespace: shop|shop\//g, '')
  const texts = { 'east/a.yaml': service + exportWith({}) }
  assert.equal(said({ 'east/a.yaml': bare(texts['east/a.yaml']) }, /export-without-ports/), [
    'ServiceExport cart names no port, so it exports all of Service cart: 80, 81',
  ])
})

test('a port annotation is told what of it does not count, and why', () => {
  const found = (port: string, rest = '') =>
    said({ 'east/a.yaml': service + exportWith({ port }, rest) }, /port-annotation/)
  const takes = 'which takes only numbers from 1 to 65535 with nothing but a comma between them'
  assert.equal(found('80, 81'), [`ServiceExport shop/cart has " 81" in its port annotation, ${takes}`])
  assert.equal(found('http'), [
    `ServiceExport shop/cart has "http" in its port annotation, ${takes}, and so exports every port of its Service`,
  ])
  assert.equal(found('80,81,'), [])
  assert.equal(found('80,81', 'spec: {exportedPorts: [{port: 80, routeType: HTTP}]}\n'), [
    'ServiceExport shop/cart has port 81 in its annotation, but exportedPorts is there too, and only that counts: 80',
  ])
  assert.equal(found('80', 'spec: {exportedPorts: [{port: 80, routeType: HTTP}]}\n'), [])
})

test('a Service that cannot be exported comes with the reason', () => {
  const found = (spec: string) =>
    said(
      { 'east/a.yaml': manifest('v1 Service shop/cart', `spec: {${spec}}\n`) + exportWith({}) },
      /service-not-exportable/,
    )
  const which = 'ServiceExport shop/cart exports Service shop/cart, which'
  assert.equal(found('type: ExternalName, externalName: example.com'), [
    `${which} is but a name for another host`,
  ])
  assert.equal(found('ipFamilies: [IPv6, IPv4]'), [`${which} is dual-stack: its ipFamilies are IPv6, IPv4`])
  assert.equal(found('clusterIP: None, selector: {}'), [
    `${which} is dual-stack: it is headless without a selector, and those are unless they say SingleStack`,
  ])
  assert.equal(found('clusterIP: None, selector: {app: cart}'), [])
})

test('a spec of an import that is incomplete may be completed by a kustomization', () => {
  const spec = (words: string) => imported('shop/cart').replace('---', `spec: {${words}}\n---`)
  const found = (words: string, others: Texts = {}) =>
    said({ 'config/a.yaml': spec(words), ...others }, /import-spec-incomplete/)
  assert.equal(found('ips: []'), ['spec of ServiceImport shop/cart has no ports and no type'])
  assert.equal(found('ports: [], type: null'), ['spec of ServiceImport shop/cart has no type'])
  assert.equal(found('ports: []', { 'config/kustomization.yaml': kustomization }), [])
})

test.run()
