import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isLatticeObject } from '../src/fleet/lattice.ts'
import { fleetOf, manifest } from './fleet-of.ts'

const test = suite('what Lattice controls')

const api = 'gateway.networking.k8s.io/v1'
const classOf = (name: string, controller: string) =>
  manifest(`${api} GatewayClass ${name}`, `spec: {controllerName: ${controller}}\n`)
const ours = 'application-networking.k8s.aws/gateway-api-controller'
const gateway = (name: string, className: string) =>
  manifest(`${api} Gateway net/${name}`, `spec: {gatewayClassName: ${className}}\n`)
const route = (parent: string, backend = '{name: cart}') =>
  manifest(
    `${api} HTTPRoute shop/cart`,
    `spec: {parentRefs: [${parent}], rules: [{backendRefs: [${backend}]}]}\n`,
  )
const toGateway = '{name: gw, namespace: net}'
const toImport = '{group: application-networking.k8s.aws, kind: ServiceImport, name: cart}'

/** Of the objects of cluster `a` that are Gateways or routes: which does Lattice control? */
function controlled(a: string, b = ''): readonly boolean[] {
  const fleet = fleetOf({ 'a/x.yaml': a, 'b/x.yaml': b })
  const wanted = fleet.entries.filter(
    ({ cluster, kind }) => cluster?.name === 'a' && !kind.startsWith('GatewayClass'),
  )
  return wanted.map(entry => isLatticeObject(fleet, entry))
}

test("a Gateway's class decides by its controller, not by its name", () => {
  assert.equal(controlled(classOf('x', ours) + gateway('gw', 'x')), [true])
  assert.equal(controlled(classOf('lattice', 'istio.io/gateway-controller') + gateway('gw', 'lattice')), [
    false,
  ])
})

test('a class that its cluster does not show is looked up in others, and only then judged by its name', () => {
  assert.equal(controlled(gateway('gw', 'x'), classOf('x', ours)), [true])
  assert.equal(controlled(gateway('gw', 'lattice'), classOf('lattice', 'example.com/other')), [false])
  assert.equal(controlled(gateway('gw', 'amazon-vpc-lattice')), [true])
  assert.equal(controlled(gateway('gw', 'x')), [false])
})

test('a route is what the Gateway it names in its cluster is', () => {
  assert.equal(controlled(gateway('gw', 'lattice') + route(toGateway)), [true, true])
  assert.equal(controlled(gateway('gw', 'istio') + route(toGateway, toImport), gateway('gw', 'lattice')), [
    false,
    false,
  ])
})

test('a route whose Gateway is not there follows a Gateway elsewhere, or its imports', () => {
  assert.equal(controlled(route(toGateway), gateway('gw', 'lattice')), [true])
  assert.equal(controlled(route(toGateway), gateway('gw', 'istio')), [false])
  assert.equal(controlled(route(toGateway, toImport)), [true])
  assert.equal(controlled(route(toGateway)), [false])
})

test('a route of the mesh, or of another kind of parent, is never controlled', () => {
  assert.equal(
    controlled(
      route('{group: "", kind: Service, name: gw, namespace: net}', toImport),
      gateway('gw', 'lattice'),
    ),
    [false],
  )
})

test('objects of the group are always; Gateways and imports of other groups never', () => {
  assert.equal(controlled(manifest('application-networking.k8s.aws/v1alpha1 ServiceExport shop/cart')), [
    true,
  ])
  assert.equal(controlled(manifest('multicluster.x-k8s.io/v1alpha1 ServiceImport shop/cart')), [false])
  assert.equal(
    controlled(manifest('networking.istio.io/v1 Gateway net/gw', 'spec: {gatewayClassName: lattice}\n')),
    [false],
  )
})

test.run()
