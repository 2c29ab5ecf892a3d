import { checks, lint } from '@espalier/linter'
import { policies } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fleetOf, manifest } from './fleet-of.ts'

const test = suite('reading a fleet')

const service = manifest('v1 Service shop/cart')
const names = (fleet: ReturnType<typeof fleetOf>) =>
  fleet.entries.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`)

test('a namespaced object without a namespace is in default, a cluster-scoped one in none', () => {
  const text =
    manifest('v1 Service cart') +
    manifest('v1 Namespace shop') +
    manifest('gateway.networking.k8s.io/v1 Gateway a/b')
  assert.equal(names(fleetOf({ 'config/a.yaml': text })), [
    'Service default/cart',
    'Namespace /shop',
    'Gateway.gateway.networking.k8s.io a/b',
  ])
})

test('a list is its items, each at its own place', () => {
  const item = '{apiVersion: v1, kind: Service, metadata: {name: a}}'
  const fleet = fleetOf({ 'config/a.yaml': `apiVersion: v1\nkind: List\nitems:\n- ${item}\n- ${item}\n` })
  assert.equal(
    fleet.entries.map(({ place }) => place.path),
    [
      ['items', 0],
      ['items', 1],
    ],
  )
})

test('of a document that is no YAML the first fault is said, and that a variable in brackets needs quotes', () => {
  const said = (...texts: string[]) =>
    fleetOf({ 'config/a.yaml': texts.join('---\n') }).faults.map(
      ({ at, message }) => `${at.doc} ${at.source.text.slice(at.offset).split(/[\]},]/)[0]}: ${message}`,
    )
  const variable = (words: string) => `\${${words}}`
  const why = 'is without quotes, which it needs within [ ] and { }: its brace begins a mapping there'
  const [port, secret] = ['port', 'b:=secret'].map(variable)
  assert.equal(
    said(`a: [x, {b: ${port}, c: "${port}"}]\ne: {f: g}\n`, `a: y${secret}\n`, `a: [y${secret}]\n`),
    [`0 \${port: ${port} ${why}`, `2 \${b:=secret: ${variable('b')} ${why}`],
  )
  assert.is(said('a: 1\na: 2\nb: 1\nb: 2\n e: {f: ]\na: 3\n').length, 3)
})

test('entries come sorted by file, whatever the order of the texts', () => {
  const fleet = fleetOf({ 'b/1.yaml': service, 'a/2.yaml': service, 'a/1.yaml': service })
  assert.equal(
    fleet.entries.map(({ place }) => place.source.file),
    ['a/1.yaml', 'a/2.yaml', 'b/1.yaml'],
  )
})

test('an object is found in its own cluster, and anywhere', () => {
  const fleet = fleetOf({ 'a/1.yaml': service, 'b/1.yaml': service })
  const [cluster] = fleet.clusters
  assert.is(fleet.at(cluster, 'Service', 'shop', 'cart').length, 1)
  assert.is(fleet.at(cluster, 'Service', 'default', 'cart').length, 0)
  assert.is(fleet.anywhere('Service', 'shop', 'cart').length, 2)
})

test('files that a kustomization takes as patches are no manifests, and the kustomization is none either', () => {
  const kustomization =
    'kind: Kustomization\napiVersion: kustomize.config.k8s.io/v1beta1\npatches: [{path: ../patch.yaml}]\n'
  const fleet = fleetOf({
    'a/base/kustomization.yaml': kustomization,
    'a/patch.yaml': service,
    'a/base/x/b.yaml': service,
  })
  assert.equal(
    fleet.entries.map(({ place, kustomized }) => [place.source.file, kustomized]),
    [['a/base/x/b.yaml', true]],
  )
  assert.equal(
    fleet.patches.map(({ place }) => place.source.file),
    ['a/patch.yaml'],
  )
})

test('outside of rendered trees, what is no manifest is passed over', () => {
  const fleet = fleetOf({ 'a/values.yaml': 'replicas: 3\n---\n---\njust text\n' })
  assert.equal([fleet.entries, fleet.strays, fleet.faults], [[], [], []])
})

test('no check is upset by fields that hold something else than they should', () => {
  const kinds = new Set(
    policies.flatMap(({ params }) => (Array.isArray(params?.kinds) ? params.kinds.map(String) : [])),
  )
  const odd = ['5', '[1, {a: null}, null]', '{a: [x], name: {}}', 'null', 'text', '[[]]']
  const fields = ['spec', 'data', 'stringData', 'status', 'sops']
  const texts = [...kinds, 'Secret', 'GatewayClass.gateway.networking.k8s.io'].flatMap((kind, index) => {
    const [name = '', ...group] = kind.split('.')
    return odd.flatMap(value => [
      `apiVersion: ${group.join('.') || 'core'}/v1\nkind: ${name}\nmetadata: {name: a${index}, namespace: ${value}, labels: ${value}, annotations: ${value}, finalizers: ${value}}\n${fields.map(field => `${field}: ${value}\n`).join('')}`,
      `apiVersion: ${group.join('.')}/v1\nkind: ${name}\nmetadata: {name: b${index}}\nspec: {parentRefs: ${value}, rules: [{backendRefs: ${value}}, ${value}], targetRef: ${value}, template: ${value}}\n`,
    ])
  })
  const fleet = fleetOf({ 'config/a.yaml': texts.join('---\n'), 'workload-1/a.yaml': texts.join('---\n') })
  assert.ok(fleet.entries.length > 100)
  for (const check of checks) assert.not.throws(() => lint([fleet], { checks: [check] }))
})

test.run()
