import { lint, readFleet, withSchemas } from '@espalier/linter'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { kubernetesValue } from '../src/schema/kubernetes-reading.ts'
import { fleetOf, manifest } from './fleet-of.ts'

// What fixtures cannot show: the words of messages, what is never quoted, and clusters with definitions of their own.

const test = suite('schemas')

const said = async (texts: Readonly<Record<string, string>>) =>
  lint([await withSchemas(fleetOf(texts))])
    .findings.filter(({ rule }) => rule.startsWith('schema/'))
    .map(({ span, rule, message }) => `${span.file}:${span.line} ${rule.slice(7)}: ${message}`)

test('Kubernetes reads the words of YAML 1.1 and the numbers of Go', () => {
  const read = ['yes', 'n', 'ON', 'Off', '0777', '-010', '0b11', '0x_1F', '1_000', '1_000.5', '0o17']
  assert.equal(read.map(kubernetesValue), [true, false, true, false, 511, -8, 3, 31, 1000, 1000.5, 15])
  const texts = ['1:30', '2001-01-01', '=', '089_', 'yEs', '<<']
  assert.equal(texts.map(kubernetesValue), ['1:30', '2001-01-01', '=', 89, 'yEs', '<<'])
})

test('nothing of a Secret is quoted', async () => {
  const secret = manifest('v1 Secret shop/db', 'data: {a: not base64}\nstringData: {b: 12345, c: yes}\n')
  assert.equal(await said({ 'a/s.yaml': secret }), [
    'a/s.yaml:4 wrong-value: data.a of Secret shop/db is "…", but must be base64',
    'a/s.yaml:5 wrong-value: stringData.b of Secret shop/db is "…", but must be text',
    'a/s.yaml:5 ambiguous-scalar: stringData.c of Secret shop/db is a word without quotes, which Kubernetes reads as something else, but must be text: write it in quotes',
  ])
})

test('a kustomization may complete an object, but a wrong value stays wrong', async () => {
  const part = manifest('apps/v1 Deployment shop/a', 'spec: {replicas: many}\n')
  const kustomization = 'resources: [d.yaml]\ntransformers: [unknown.yaml]\n'
  assert.is((await said({ 'a/d.yaml': part })).length, 2)
  assert.equal(await said({ 'a/d.yaml': part, 'a/kustomization.yaml': kustomization }), [
    'a/d.yaml:4 wrong-value: replicas of Deployment shop/a is "many", but must be a whole number',
  ])
})

test('a patch may remove by null, and speak to whoever patches', async () => {
  const patch = manifest(
    'apps/v1 Deployment shop/a',
    'spec: {replicas: null, template: {spec: {containers: [{$patch: delete, name: x}]}}}\n',
  )
  assert.equal(await said({ 'a/p.yaml': patch, 'a/kustomization.yaml': 'patches: [{path: p.yaml}]\n' }), [])
})

test('a kind without a schema is said once, with the number of its manifests, whoever shares them', async () => {
  // The package on npm knows nothing of it but its name.
  const operator = manifest(
    'install.istio.io/v1alpha1 IstioOperator istio-system/i',
    'spec: {profile: minimal}\n',
  )
  const one = { file: 'base.yaml', text: operator + operator.replace('/i', '/j') }
  const tagged = ['a', 'b'].map(cluster => ({ source: one, cluster, rendered: false }))
  const fleet = await withSchemas(readFleet(tagged, []))
  assert.equal(
    lint([fleet])
      .findings.filter(({ rule }) => rule.startsWith('schema/'))
      .map(({ message }) => message),
    [
      'no schema of IstioOperator install.istio.io/v1alpha1 is known, so that 2 manifests are not checked against one',
    ],
  )
})

test('the definition of its own cluster judges an object', async () => {
  const crd = (type: string) =>
    manifest(
      'apiextensions.k8s.io/v1 CustomResourceDefinition widgets.example.com',
      `spec: {group: example.com, scope: Namespaced, names: {kind: Widget, plural: widgets}, versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {size: {type: ${type}}}}}}}}]}\n`,
    )
  const widget = manifest('example.com/v1 Widget shop/w', 'spec: {size: 1}\n')
  const texts = { 'a/c.yaml': crd('integer'), 'b/c.yaml': crd('string') }
  assert.equal(await said({ ...texts, 'a/w.yaml': widget }), [])
  assert.is((await said({ ...texts, 'b/w.yaml': widget })).length, 1)
  // Where a cluster has none, another's is better than none.
  assert.equal(await said({ ...texts, 'c/w.yaml': widget }), [])
})

test('a rule that knows more speaks alone', async () => {
  const spec =
    'spec: {securityGroupIds: [web], targetRef: {group: gateway.networking.k8s.io, kind: Gateway, name: net}}\n'
  const policy = manifest('application-networking.k8s.aws/v1alpha1 VpcAssociationPolicy net', spec)
  const { findings } = lint([
    await withSchemas(fleetOf({ 'config/1.yaml': policy }, { config: { complete: false } })),
  ])
  assert.equal(
    findings.map(({ rule }) => rule),
    ['lattice/security-group-id'],
  )
})

test('whatever stands where a schema looks, nothing throws', async () => {
  for (const odd of [
    'null',
    '[]',
    '{}',
    '1',
    'text',
    '[null]',
    '{a: null}',
    '{__proto__: {a: 1}}',
    '{constructor: 1}',
  ]) {
    for (const [kind, name] of [
      ['apps/v1', 'Deployment'],
      ['gateway.networking.k8s.io/v1', 'HTTPRoute'],
      ['networking.istio.io/v1', 'VirtualService'],
      ['application-networking.k8s.aws/v1alpha1', 'ServiceExport'],
      ['apiextensions.k8s.io/v1', 'CustomResourceDefinition'],
    ]) {
      const found = await said({ 'a/1.yaml': manifest(`${kind} ${name} shop/x`, `spec: ${odd}\n`) })
      assert.ok(Array.isArray(found))
    }
  }
})

test.run()
