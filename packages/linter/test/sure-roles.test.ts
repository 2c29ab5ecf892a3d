import { sureRoles } from '@espalier/linter'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf, manifest } from './fleet-of.ts'

const test = suite('sure roles')

const gateway = (name: string, gatewayClass: string) =>
  manifest(`gateway.networking.k8s.io/v1 Gateway ${name}`, `spec: {gatewayClassName: ${gatewayClass}}\n`)
const net = gateway('net/mesh', 'amazon-vpc-lattice')
const lattice = 'application-networking.k8s.aws/v1alpha1'
const imported = manifest(`${lattice} ServiceImport shop/cart`)
const exported = manifest(`${lattice} ServiceExport shop/cart`)
const route = (name: string, parent: string, backend: string) =>
  manifest(
    `gateway.networking.k8s.io/v1 HTTPRoute ${name}`,
    `spec: {parentRefs: [{${parent}}], rules: [{backendRefs: [{${backend}}]}]}\n`,
  )
const toMesh = 'name: mesh, namespace: net'
const toImport = 'group: application-networking.k8s.aws, kind: ServiceImport, name: cart'
const toService = 'name: cart, port: 80'
const right = { 'a/1.yaml': net + imported, 'b/1.yaml': exported }

const rolesOf = (texts: Readonly<Record<string, string>>) =>
  sureRoles(fleetOf(texts))
    .roles.map(({ cluster, role }) => `${cluster}=${role}`)
    .join(' ')
const doubtOf = (texts: Readonly<Record<string, string>>) => sureRoles(fleetOf(texts)).doubt

const sure = 'a=config b=workload'

test('where one cluster has the Gateway and imports, and another only exports, both roles are sure', () => {
  assert.is(rolesOf(right), sure)
  assert.is(doubtOf(right), undefined)
  assert.is(rolesOf({ ...right, 'c/1.yaml': exported }), `${sure} c=workload`)
})

test('a GatewayClass tells whether a Gateway is of Lattice, whatever it is called', () => {
  const own = (controller: string) =>
    manifest('gateway.networking.k8s.io/v1 GatewayClass own', `spec: {controllerName: ${controller}}\n`)
  const config = imported + gateway('net/mesh', 'own')
  const is = (controller: string) => rolesOf({ ...right, 'a/1.yaml': config + own(controller) })
  assert.is(is('application-networking.k8s.aws/gateway-api-controller'), sure)
  assert.is(is('istio.io/gateway-controller'), '')
})

test('a Gateway counts as its kustomization makes it', () => {
  const config = {
    'a/kustomization.yaml':
      'resources: [all.yaml]\npatches: [{target: {kind: Gateway}, patch: "- {op: replace, path: /spec/gatewayClassName, value: amazon-vpc-lattice}"}]\n',
    'a/all.yaml': gateway('net/mesh', 'istio') + imported,
  }
  assert.is(rolesOf({ ...config, 'b/1.yaml': exported }), sure)
})

test('routes of other Gateways say nothing of a role', () => {
  const ofIstio = gateway('istio/ingress', 'istio')
  const own = route('shop/cart', 'name: ingress, namespace: istio', toService)
  assert.is(rolesOf({ ...right, 'b/2.yaml': ofIstio + own }), sure)
})

test('a route of an exporter that is surely meant for the config cluster leaves no role open', () => {
  const copy = route('shop/cart', toMesh, toService)
  assert.is(rolesOf({ ...right, 'a/2.yaml': copy, 'b/2.yaml': copy }), sure, 'it is there as well')
  const moved = route('shop/cart', toMesh, toImport)
  assert.is(rolesOf({ ...right, 'b/2.yaml': moved }), sure, 'its backends are there')
  assert.is(rolesOf({ ...right, 'b/2.yaml': moved + imported }), sure, 'it came with its import')
  const other = imported.replace('cart', 'tea')
  assert.is(rolesOf({ ...right, 'b/2.yaml': moved + other }), '', 'the import is another one')
})

test('any other route of Lattice beside exports leaves every role open, and is named', () => {
  const own = route('shop/cart', toMesh, toService)
  const others = [
    own,
    route('shop/cart', toMesh, toImport.replace('cart', 'tea')),
    route('shop/cart', 'name: x', toImport),
  ]
  for (const other of others) assert.is(rolesOf({ ...right, 'b/2.yaml': other }), '')
  assert.is(
    doubtOf({ ...right, 'b/2.yaml': own }),
    'which cluster is the config cluster is left open, since a has Gateway net/mesh (a/1.yaml), and b has ServiceExport shop/cart (b/1.yaml) and HTTPRoute shop/cart (b/2.yaml); --role says it',
  )
})

test('whatever else does not fit is named as well', () => {
  const doubts = [
    [
      { ...right, 'b/2.yaml': net },
      'a has Gateway net/mesh (a/1.yaml), and b has Gateway net/mesh (b/2.yaml)',
    ],
    [{ ...right, 'a/1.yaml': net }, 'a has Gateway net/mesh (a/1.yaml) and no ServiceImport'],
    [
      { ...right, 'a/2.yaml': exported },
      'a has Gateway net/mesh (a/1.yaml) and ServiceExport shop/cart (a/2.yaml)',
    ],
    [
      { ...right, 'b/2.yaml': imported },
      'a has Gateway net/mesh (a/1.yaml), and b has ServiceExport shop/cart (b/1.yaml) and ServiceImport shop/cart (b/2.yaml)',
    ],
    [
      { ...right, 'c/1.yaml': imported },
      'a has Gateway net/mesh (a/1.yaml), and c has ServiceImport shop/cart (c/1.yaml) and no ServiceExport',
    ],
  ] as const
  for (const [texts, since] of doubts) {
    assert.is(rolesOf(texts), '')
    assert.match(doubtOf(texts) ?? '', `left open, since ${since}; --role`)
  }
})

test('where nothing looks like a config cluster and others that export, nothing is said', () => {
  for (const texts of [
    { 'a/1.yaml': net + imported + exported },
    { 'a/1.yaml': net },
    { 'b/1.yaml': exported },
  ])
    assert.equal(sureRoles(fleetOf(texts)), { roles: [] })
})

test.run()
